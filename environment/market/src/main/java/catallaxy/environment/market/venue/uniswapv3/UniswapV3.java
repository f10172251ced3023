package catallaxy.environment.market.venue.uniswapv3;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.FlashLoan;
import catallaxy.environment.api.venue.Claims;
import catallaxy.environment.api.venue.CumulativePrice;
import catallaxy.environment.api.venue.FlashLender;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.api.venue.RangeLiquidity;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.market.conformance.VectorFormat;
import catallaxy.environment.market.contract.CallKind;
import catallaxy.environment.market.contract.Deployment;
import catallaxy.environment.market.contract.VenueKey;
import catallaxy.environment.market.contract.VenueKind;
import catallaxy.environment.market.contract.VenueSettings;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.venue.concentrated.MeanTickPrice;
import catallaxy.environment.market.venue.concentrated.RangeGas;
import catallaxy.environment.market.venue.concentrated.RangePositions;
import catallaxy.environment.market.venue.concentrated.RangeQuotes;
import java.util.List;
import java.util.Optional;

/**
 * Uniswap V3: pools of v3-core 1.0.1 with liquidity in ranges, their positions, and flash loans. Gas of a swap is
 * fitted to the published bytecode on a node, by the ticks that it crosses; else it is in round figures as seen on Ethereum main net.
 */
public final class UniswapV3 implements VenueKind<UniswapV3Spec, UniswapV3Contract> {
    static final RangeGas HOP = new RangeGas(67_500, 4_000, 23_650);
    static final long MINT_GAS = 300_000;
    static final long BURN_GAS = 150_000;
    static final long COLLECT_GAS = 80_000;
    static final long FLASH_GAS = 90_000;

    private static final List<Class<?>> CAPABILITIES = List.of(
            Quoting.class, RangeLiquidity.class, Claims.class, CumulativePrice.class, FlashLender.class, V3Pool.class);

    private static final VenueKey RESERVE_BASE = VenueKey.quantity(
            "reserve-base",
            "Base asset for the first position; `worth 5000000` puts the pool at the world's price, else the price is the reserves' ratio.");
    private static final VenueKey RESERVE_QUOTE =
            VenueKey.quantity("reserve-quote", "Quote asset for the first position.");
    private static final VenueKey FEE =
            VenueKey.number("fee-pips", "3000", 0, 999_999, "What is kept of what is paid in, millionths.");
    private static final VenueKey SPACING = VenueKey.number(
            "tick-spacing",
            "0",
            0,
            V3Pool.MAX_TICK_SPACING,
            "Distance of the ticks at which positions may begin and end; 0 for that of the fee's tier: 1, 10, 60 or 200 for 100, 500, 3000 or 10000, and 60 for another fee.");
    private static final VenueKey RANGE = VenueKey.number(
            "range-percent",
            "0",
            0,
            1e6,
            "How far above the price the first position reaches, and below in the same ratio, per cent; 0 for all prices. What the range does not need of the reserves is not there.");
    private static final VenueKey SHARE = VenueKey.number(
            "range-share", "1", 0, 1, "Part of the reserves that the range gets; the rest is there at all prices.");
    private static final VenueKey PROTOCOL = VenueKey.number(
            "protocol-fee-parts",
            "0",
            0,
            10,
            "The protocol takes one of so many parts of the fee, 4 to 10; 0 for none.");

    private static final VenueKey OBSERVATIONS = VenueKey.number(
            "observations",
            "1",
            1,
            V3Pool.MAX_OBSERVATIONS,
            "How many observations it keeps of its tick, each of a block in which it changed; `twap` looks a window back as far as they reach.");

    @Override
    public String name() {
        return "uniswap-v3";
    }

    @Override
    public String summary() {
        return "A pool with liquidity in ranges of price with Uniswap V3's arithmetic, unit for unit";
    }

    @Override
    public String detail() {
        return """
                Between two ticks L = √(x y) of virtual reserves is constant: token0 in moves 1/√P by Δx/L, token1 in moves √P by Δy/L.
                Swap in and out, mint, burn, collect, flash, protocol fee and observations; every revert reason of the pool. The base
                asset is the pool's token0, the quote asset its token1.""";
    }

    @Override
    public Class<UniswapV3Spec> spec() {
        return UniswapV3Spec.class;
    }

    @Override
    public List<VenueKey> keys() {
        return List.of(RESERVE_BASE, RESERVE_QUOTE, FEE, SPACING, RANGE, SHARE, PROTOCOL, OBSERVATIONS);
    }

    @Override
    public List<UniswapV3Spec> read(VenueSettings settings) {
        int fee = (int) within(settings, FEE);
        int spacing = (int) within(settings, SPACING);
        return List.of(new UniswapV3Spec(
                settings.name(),
                settings.chain(),
                settings.base(),
                settings.quote(),
                settings.units(RESERVE_BASE, settings.base(), 0),
                settings.units(RESERVE_QUOTE, settings.quote(), 0),
                fee,
                spacing == 0 ? spacingOfTier(fee) : spacing,
                within(settings, RANGE),
                within(settings, SHARE),
                (int) within(settings, PROTOCOL),
                (int) within(settings, OBSERVATIONS)));
    }

    /** A number that is out of its bounds has been told already, and is not told again by the record. */
    private static double within(VenueSettings settings, VenueKey key) {
        return Math.clamp(settings.number(key), key.low(), key.high());
    }

    /** The spacing that the deployed factory gives a fee. */
    private static int spacingOfTier(int feePips) {
        return switch (feePips) {
            case 100 -> 1;
            case 500 -> 10;
            case 10_000 -> 200;
            default -> 60;
        };
    }

    @Override
    public List<CallKind<?>> calls() {
        return List.of(
                CallKind.ofVenue(
                        MintPosition.class,
                        "puts liquidity in a range of prices of a Uniswap V3 pool",
                        (in, inner) -> MintPosition.load(in)),
                CallKind.ofVenue(
                        BurnPosition.class,
                        "takes liquidity out of a range of a Uniswap V3 pool, to be collected; none of it credits the fees",
                        (in, inner) -> BurnPosition.load(in)),
                CallKind.ofVenue(
                        CollectPosition.class,
                        "pays out what a range of a Uniswap V3 pool has been credited with",
                        (in, inner) -> CollectPosition.load(in)));
    }

    @Override
    public List<VectorFormat> vectors() {
        return vectors(0);
    }

    /** The recorded files; {@code feeMore} pips, 0 but for a negative control, are added to each pool's fee. */
    static List<VectorFormat> vectors(int feeMore) {
        return List.of(
                new VectorFormat(V3MathReplay.COLUMNS, V3MathReplay::knows, V3MathReplay::new),
                new VectorFormat(V3SequenceReplay.COLUMNS, () -> new V3SequenceReplay(feeMore)));
    }

    @Override
    public long gas(Call.OfVenue call) {
        return switch (call) {
            case MintPosition _ -> MINT_GAS;
            case BurnPosition _ -> BURN_GAS;
            case CollectPosition _ -> COLLECT_GAS;
            case FlashLoan _ -> FLASH_GAS;
            default -> 0;
        };
    }

    @Override
    public long hopGas() {
        return HOP.still();
    }

    @Override
    public long hopGasAtMost() {
        return HOP.most();
    }

    @Override
    public UniswapV3Contract deploy(UniswapV3Spec spec, Deployment at) {
        return new UniswapV3Contract(at.venue(), V3Founding.found(spec, at));
    }

    @Override
    public UniswapV3Contract load(UniswapV3Spec spec, int venue, StateReader in) {
        return new UniswapV3Contract(venue, V3Pool.load(in));
    }

    @Override
    public List<Class<?>> capabilities() {
        return CAPABILITIES;
    }

    @Override
    public <T> Optional<T> as(
            Class<T> capability, UniswapV3Spec spec, int venue, UniswapV3Contract contract, Ledger ledger) {
        if (capability == V3Pool.class) {
            return Optional.of(capability.cast(contract.pool()));
        }
        if (capability == Quoting.class) {
            return Optional.of(capability.cast(new RangeQuotes(venue, new V3Prices(contract.pool()), ledger)));
        }
        if (capability == FlashLender.class) {
            return Optional.of(capability.cast(new V3FlashLender(venue, contract.pool(), ledger)));
        }
        if (capability == CumulativePrice.class) {
            return Optional.of(
                    capability.cast(new MeanTickPrice(contract.pool().asset0(), new V3TickSums(contract.pool()))));
        }
        return CAPABILITIES.contains(capability)
                ? Optional.of(capability.cast(new RangePositions(
                        new V3Prices(contract.pool()), new UniswapV3Ranges(venue, contract.pool()), ledger)))
                : Optional.empty();
    }
}
