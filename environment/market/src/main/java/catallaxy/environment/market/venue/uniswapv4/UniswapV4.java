package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.FlashLoan;
import catallaxy.environment.api.venue.Claims;
import catallaxy.environment.api.venue.CumulativePrice;
import catallaxy.environment.api.venue.FeeControl;
import catallaxy.environment.api.venue.FlashLender;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.api.venue.RangeLiquidity;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.market.conformance.VectorFormat;
import catallaxy.environment.market.contract.CallKind;
import catallaxy.environment.market.contract.Deployment;
import catallaxy.environment.market.contract.VenueKey;
import catallaxy.environment.market.contract.VenueKind;
import catallaxy.environment.market.contract.VenueSettings;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.venue.adaptive.FeeRule;
import catallaxy.environment.market.venue.adaptive.FeeRuleKinds;
import catallaxy.environment.market.venue.adaptive.SetPoolFee;
import catallaxy.environment.market.venue.concentrated.MeanTickPrice;
import catallaxy.environment.market.venue.concentrated.RangeGas;
import catallaxy.environment.market.venue.concentrated.RangePositions;
import catallaxy.environment.market.venue.concentrated.RangeQuotes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Uniswap V4: pools of v4-core 1.0.2, all of a chain in one contract. Gas of a swap is fitted to the published
 * bytecode on a node, by the ticks that it crosses; else it is in round figures as seen on Ethereum main net.
 */
public final class UniswapV4 implements VenueKind<UniswapV4Spec, UniswapV4Contract> {
    static final RangeGas HOP = new RangeGas(68_000, 3_000, 16_150);
    static final long PROVIDE_GAS = 220_000;
    static final long WITHDRAW_GAS = 150_000;
    static final long DONATE_GAS = 90_000;
    static final long SET_FEE_GAS = 45_000;
    static final long FLASH_GAS = 70_000;

    private static final List<Class<?>> CAPABILITIES = List.of(
            Quoting.class,
            RangeLiquidity.class,
            Claims.class,
            CumulativePrice.class,
            FeeControl.class,
            FlashLender.class,
            V4Pools.class);

    private static final VenueKey RESERVE_BASE = VenueKey.quantity(
            "reserve-base",
            "Base asset for the first position; `worth 5000000` puts the pool at the world's price, else the price is the reserves' ratio.");
    private static final VenueKey RESERVE_QUOTE =
            VenueKey.quantity("reserve-quote", "Quote asset for the first position.");
    private static final VenueKey FEE = VenueKey.number(
            "fee-pips",
            "3000",
            0,
            V4Fees.ALL_PIPS,
            "What the liquidity gets of what is paid in, millionths; of a pool without a hook.");
    private static final VenueKey SPACING = VenueKey.number(
            "tick-spacing",
            "60",
            V4Pools.MIN_TICK_SPACING,
            V4Pools.MAX_TICK_SPACING,
            "Distance of the ticks at which positions may begin and end.");
    private static final VenueKey RANGE = VenueKey.number(
            "range-percent",
            "0",
            0,
            1e6,
            "How far above the price the first position reaches, and below in the same ratio, per cent; 0 for all prices. What the range does not need of the reserves is not there.");
    private static final VenueKey PROTOCOL = VenueKey.number(
            "protocol-fee-pips",
            "0",
            0,
            V4Fees.MOST_OF_PROTOCOL,
            "What the protocol takes of what is paid in, in both directions, millionths.");
    private static final VenueKey HOOK = VenueKey.part(
            "hook", FeeRuleKinds.registered().all(), "What sets the fee of each swap, in place of `fee-pips`.");

    @Override
    public String name() {
        return "uniswap-v4";
    }

    @Override
    public String summary() {
        return "A pool with liquidity in ranges of price with Uniswap V4's arithmetic, one contract for all of a chain, unit for unit";
    }

    @Override
    public String detail() {
        return """
                Swaps, ranges and donations as in Uniswap V4: what a sender owes and gets is settled at the end of its call. The
                fee of a swap is p + l − p l of the protocol's p and the liquidity's l. The base asset is currency0, the quote
                asset currency1, as if its address were the higher one.""";
    }

    @Override
    public Class<UniswapV4Spec> spec() {
        return UniswapV4Spec.class;
    }

    @Override
    public List<VenueKey> keys() {
        return List.of(RESERVE_BASE, RESERVE_QUOTE, FEE, SPACING, RANGE, PROTOCOL, HOOK);
    }

    @Override
    public List<UniswapV4Spec> read(VenueSettings settings) {
        return List.of(new UniswapV4Spec(
                settings.name(),
                settings.chain(),
                settings.base(),
                settings.quote(),
                settings.units(RESERVE_BASE, settings.base(), 0),
                settings.units(RESERVE_QUOTE, settings.quote(), 0),
                (int) settings.number(FEE),
                (int) settings.number(SPACING),
                settings.number(RANGE),
                (int) settings.number(PROTOCOL),
                settings.part(HOOK, UniswapV4::rule)));
    }

    private static FeeRule rule(String kind, VenueSettings settings) {
        return FeeRuleKinds.registered().kind(kind).orElseThrow().read(settings);
    }

    @Override
    public List<CallKind<?>> calls() {
        return List.of(
                CallKind.ofVenue(
                        ProvideRange.class,
                        "puts liquidity in a range of prices of a Uniswap V4 pool",
                        (in, inner) -> ProvideRange.load(in)),
                CallKind.ofVenue(
                        WithdrawRange.class,
                        "takes liquidity out of a range of a Uniswap V4 pool, and its fees; none of it pays the fees",
                        (in, inner) -> WithdrawRange.load(in)),
                CallKind.ofVenue(
                        DonateToRange.class,
                        "gives assets to the liquidity in range of a Uniswap V4 pool",
                        (in, inner) -> DonateToRange.load(in)),
                SetPoolFee.KIND);
    }

    @Override
    public List<VectorFormat> vectors() {
        return vectors(0);
    }

    /** The recorded files; {@code feeMore} pips, 0 but for a negative control, are added to each pool's fee. */
    static List<VectorFormat> vectors(int feeMore) {
        return List.of(new VectorFormat(V4SequenceReplay.COLUMNS, () -> new V4SequenceReplay(feeMore)));
    }

    @Override
    public long gas(Call.OfVenue call) {
        return switch (call) {
            case ProvideRange _ -> PROVIDE_GAS;
            case WithdrawRange _ -> WITHDRAW_GAS;
            case DonateToRange _ -> DONATE_GAS;
            case SetPoolFee _ -> SET_FEE_GAS;
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
    public UniswapV4Contract deploy(UniswapV4Spec spec, Deployment at) {
        return V4Founding.found(spec.chain(), at);
    }

    @Override
    public UniswapV4Contract load(UniswapV4Spec spec, int venue, StateReader in) {
        return UniswapV4Contract.load(in);
    }

    @Override
    public List<Class<?>> capabilities() {
        return CAPABILITIES;
    }

    @Override
    public List<Class<?>> capabilities(UniswapV4Spec spec) {
        return CAPABILITIES.stream()
                .filter(each -> each != FeeControl.class || spec.feeSteering().isPresent())
                .toList();
    }

    /** As of the last swap. */
    @Override
    public <T> Optional<T> as(
            Class<T> capability, UniswapV4Spec spec, int venue, UniswapV4Contract contract, Ledger ledger) {
        return as(capability, venue, contract, ledger, () -> 0);
    }

    @Override
    public <T> Optional<T> as(
            Class<T> capability,
            UniswapV4Spec spec,
            int venue,
            UniswapV4Contract contract,
            Ledger ledger,
            MarketView market) {
        return as(capability, venue, contract, ledger, market::timeNanos);
    }

    private static <T> Optional<T> as(
            Class<T> capability, int venue, UniswapV4Contract contract, Ledger ledger, LongSupplier now) {
        V4Prices prices = new V4Prices(contract.pools(), contract.key(venue), now);
        if (capability == Quoting.class) {
            return Optional.of(capability.cast(new RangeQuotes(venue, prices, ledger)));
        } else if (capability == RangeLiquidity.class) {
            return Optional.of(capability.cast(ranges(venue, prices, ledger)));
        } else if (capability == FeeControl.class) {
            return contract.steered(venue).map(_ -> capability.cast(new V4FeeControl(venue, contract, ledger)));
        } else if (capability == V4Pools.class) {
            return Optional.of(capability.cast(contract.pools()));
        } else if (capability == FlashLender.class) {
            return Optional.of(capability.cast(new V4FlashLender(venue, contract, ledger)));
        } else if (capability == CumulativePrice.class) {
            return Optional.of(capability.cast(
                    new MeanTickPrice(contract.key(venue).currency0(), new V4TickSums(venue, contract))));
        }
        boolean first = contract.keys().keySet().iterator().next() == venue;
        return capability == Claims.class && first
                ? Optional.of(capability.cast(claims(contract, ledger)))
                : Optional.empty();
    }

    private static RangePositions ranges(int venue, V4Prices prices, Ledger ledger) {
        return new RangePositions(prices, new V4Ranges(venue, prices), ledger);
    }

    private static V4Claims claims(UniswapV4Contract contract, Ledger ledger) {
        List<Claims> all = new ArrayList<>();
        contract.keys()
                .forEach((venue, key) -> all.add(ranges(venue, new V4Prices(contract.pools(), key, () -> 0), ledger)));
        return new V4Claims(List.copyOf(all));
    }
}
