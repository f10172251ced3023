package catallaxy.environment.market.venue.uniswapv2;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.FlashLoan;
import catallaxy.environment.api.venue.ConstantProductPool;
import catallaxy.environment.api.venue.CumulativePrice;
import catallaxy.environment.api.venue.FlashLender;
import catallaxy.environment.api.venue.Liquidity;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.market.conformance.VectorFormat;
import catallaxy.environment.market.contract.CallKind;
import catallaxy.environment.market.contract.Deployment;
import catallaxy.environment.market.contract.VenueKey;
import catallaxy.environment.market.contract.VenueKind;
import catallaxy.environment.market.contract.VenueSettings;
import catallaxy.environment.market.ledger.Ledger;
import java.util.List;
import java.util.Optional;

/**
 * Uniswap V2: pairs of v2-core 1.0.1, their router's deposits and withdrawals, and flash swaps. Gas is in round figures for warm
 * contracts as seen on Ethereum main net.
 */
public final class UniswapV2 implements VenueKind<UniswapV2Spec, UniswapV2Contract> {
    private static final List<Class<?>> CAPABILITIES = List.of(
            Quoting.class,
            Liquidity.class,
            ConstantProductPool.class,
            CumulativePrice.class,
            FlashLender.class,
            V2Pair.class);

    static final long HOP_GAS = 64_000;
    static final long ADD_GAS = 139_000;
    static final long REMOVE_GAS = 114_000;
    static final long FLASH_GAS = 85_000;

    /** The first liquidity that is minted must exceed the thousand shares that a pair keeps for ever. */
    private static final long LEAST_RESERVE = 1000;

    private static final VenueKey RESERVE_BASE = VenueKey.quantity(
            "reserve-base", "Base asset in the pool at the start; `worth 5000000` puts the pool at the world's price.");
    private static final VenueKey RESERVE_QUOTE =
            VenueKey.quantity("reserve-quote", "Quote asset in the pool at the start.");
    private static final VenueKey PROTOCOL_FEE =
            VenueKey.flag("protocol-fee", false, "Whether the protocol takes a sixth of the liquidity providers' fee.");

    @Override
    public String name() {
        return "uniswap-v2";
    }

    @Override
    public String summary() {
        return "A constant-product pool with Uniswap V2's arithmetic, unit for unit";
    }

    @Override
    public String detail() {
        return """
                amountOut = floor(amountIn 997 reserveOut / (1000 reserveIn + 997 amountIn))
                Swap, flash swap, mint, burn, skim, sync, protocol fee and cumulative prices; every revert reason of the pair and
                the router. The base asset is the pool's token0, the quote asset its token1.""";
    }

    @Override
    public Class<UniswapV2Spec> spec() {
        return UniswapV2Spec.class;
    }

    @Override
    public List<VenueKey> keys() {
        return List.of(RESERVE_BASE, RESERVE_QUOTE, PROTOCOL_FEE);
    }

    @Override
    public List<UniswapV2Spec> read(VenueSettings settings) {
        return List.of(new UniswapV2Spec(
                settings.name(),
                settings.chain(),
                settings.base(),
                settings.quote(),
                settings.units(RESERVE_BASE, settings.base(), LEAST_RESERVE),
                settings.units(RESERVE_QUOTE, settings.quote(), LEAST_RESERVE),
                settings.flag(PROTOCOL_FEE)));
    }

    @Override
    public List<CallKind<?>> calls() {
        return List.of();
    }

    @Override
    public List<VectorFormat> vectors() {
        return vectors(V2Library.FEE_PER_MILLE);
    }

    /** The recorded files, replayed at a fee in thousandths. */
    public static List<VectorFormat> vectors(int feePerMille) {
        return List.of(
                new VectorFormat(V2SwapReplay.COLUMNS, () -> new V2SwapReplay(feePerMille)),
                new VectorFormat(V2SequenceReplay.COLUMNS, () -> new V2SequenceReplay(feePerMille)));
    }

    @Override
    public long gas(Call.OfVenue call) {
        return switch (call) {
            case Call.AddLiquidity _ -> ADD_GAS;
            case Call.RemoveLiquidity _ -> REMOVE_GAS;
            case FlashLoan _ -> FLASH_GAS;
            default -> 0;
        };
    }

    @Override
    public long hopGas() {
        return HOP_GAS;
    }

    @Override
    public UniswapV2Contract deploy(UniswapV2Spec spec, Deployment at) {
        Ledger ledger = at.ledger();
        V2Accounts accounts = V2Accounts.open(ledger, spec.id(), spec.base(), spec.quote());
        V2Pair pair = new V2Pair(accounts);
        int founder = ledger.openAccount(spec.id() + "/founder");
        if (spec.feeOn()) {
            pair.setFeeTo(ledger.openAccount(spec.id() + "/protocol"));
        }
        at.endow(accounts.pair(), accounts.asset0(), spec.reserve0());
        at.endow(accounts.pair(), accounts.asset1(), spec.reserve1());
        V2Mint mint = pair.mint(ledger, 0, founder);
        if (!mint.status().ok()) {
            throw new IllegalArgumentException("venue " + spec.id() + ": the initial reserves are refused: "
                    + mint.status().reason());
        }
        return new UniswapV2Contract(at.venue(), pair);
    }

    @Override
    public UniswapV2Contract load(UniswapV2Spec spec, int venue, StateReader in) {
        return new UniswapV2Contract(venue, V2Pair.load(in));
    }

    @Override
    public List<Class<?>> capabilities() {
        return CAPABILITIES;
    }

    @Override
    public <T> Optional<T> as(
            Class<T> capability, UniswapV2Spec spec, int venue, UniswapV2Contract contract, Ledger ledger) {
        if (capability == V2Pair.class) {
            return Optional.of(capability.cast(contract.pair()));
        }
        return CAPABILITIES.contains(capability)
                ? Optional.of(capability.cast(new UniswapV2View(venue, contract.pair(), ledger)))
                : Optional.empty();
    }
}
