package catallaxy.environment.market.storm;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.environment.market.venue.adaptive.ControlledFee;
import catallaxy.environment.market.venue.adaptive.FeeBounds;
import catallaxy.environment.market.venue.adaptive.FeeRule;
import catallaxy.environment.market.venue.adaptive.SetPoolFee;
import catallaxy.environment.market.venue.adaptive.SteeredFee;
import catallaxy.environment.market.venue.adaptive.VolatilityFee;
import catallaxy.environment.market.venue.concentrated.RangeStart;
import catallaxy.environment.market.venue.uniswapv4.DonateToRange;
import catallaxy.environment.market.venue.uniswapv4.ProvideRange;
import catallaxy.environment.market.venue.uniswapv4.UniswapV4Spec;
import catallaxy.environment.market.venue.uniswapv4.V4Fees;
import catallaxy.environment.market.venue.uniswapv4.V4Pool;
import catallaxy.environment.market.venue.uniswapv4.V4PoolKey;
import catallaxy.environment.market.venue.uniswapv4.V4Pools;
import catallaxy.environment.market.venue.uniswapv4.V4PositionKey;
import catallaxy.environment.market.venue.uniswapv4.V4Sums;
import catallaxy.environment.market.venue.uniswapv4.WithdrawRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Three pools of one manager: without a hook, with a fee that follows volatility, with one that a participant sets. */
final class UniswapV4Storm extends RangeStorm {
    private static final FeeBounds BOUNDS = new FeeBounds(100, 60_000);

    @Override
    public String name() {
        return "uniswap-v4";
    }

    @Override
    List<? extends VenueSpec.OnChain> pools(Draw draw) {
        List<UniswapV4Spec> pools = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int reserve = draw.between(20, 112);
            UniswapV4Spec plain = new UniswapV4Spec(
                    "managed" + i,
                    0,
                    0,
                    1,
                    draw.ofBits(reserve),
                    draw.ofBits(draw.between(Math.max(14, reserve - 40), Math.min(112, reserve + 40))),
                    draw.oneIn(8) ? draw.between(0, 1_000_000) : draw.below(20_000),
                    draw.oneIn(4) ? draw.between(1, 32_767) : draw.between(1, 300),
                    draw.oneIn(2) ? 0 : 20,
                    draw.oneIn(2) ? 0 : draw.between(0, 1_000));
            pools.add(i == 0 ? plain : plain.with(rule(i)));
        }
        return pools;
    }

    /** All together have less than 2^127, beyond which nothing can be taken out at once. */
    @Override
    int wealthBits() {
        return 124;
    }

    private static FeeRule rule(int pool) {
        return pool == 1
                ? VolatilityFee.of(BOUNDS, 500, 12_000_000_000L, 600_000_000_000L)
                : new ControlledFee(BOUNDS, "p0", 3_000, SteeredFee.Flow.NONE);
    }

    private static UniswapV4Spec spec(StormState state, int venue) {
        return (UniswapV4Spec) state.plan().venues().get(venue);
    }

    private static V4Pool pool(StormState state, int venue) {
        UniswapV4Spec spec = spec(state, venue);
        V4PoolKey key = spec.hook().isEmpty()
                ? new V4PoolKey(0, 1, spec.feePips(), spec.tickSpacing(), V4PoolKey.NO_HOOK)
                : new V4PoolKey(
                        0, 1, V4Fees.DYNAMIC, spec.tickSpacing(), state.ledger().account(spec.id() + "/hook"));
        return Objects.requireNonNull(state.offered(venue, V4Pools.class).pool(key), "a pool");
    }

    @Override
    int spacing(StormState state, int venue) {
        return spec(state, venue).tickSpacing();
    }

    @Override
    UInt256 reserve(StormState state, int venue, int side) {
        return side == 0 ? spec(state, venue).reserve0() : spec(state, venue).reserve1();
    }

    @Override
    UInt256 liquidity(StormState state, int venue, int account, Range range) {
        return pool(state, venue)
                .position(new V4PositionKey(account, range.lower(), range.upper(), 0))
                .liquidity();
    }

    @Override
    Call provide(int venue, Range range, Amount amount0, Amount amount1) {
        return new ProvideRange(venue, range.lower(), range.upper(), amount0, amount1, UInt256.ZERO, UInt256.ZERO);
    }

    @Override
    List<Call> withdraw(int venue, Range range, UInt256 liquidity) {
        return List.of(new WithdrawRange(venue, range.lower(), range.upper(), liquidity, UInt256.ZERO, UInt256.ZERO));
    }

    @Override
    int founder(StormState state, int venue) {
        return state.ledger().account("uniswap-v4/0/founder");
    }

    @Override
    List<Range> founded(StormState state, int venue) {
        UniswapV4Spec spec = spec(state, venue);
        RangeStart start = RangeStart.of(spec.reserve0(), spec.reserve1(), spec.rangePercent(), spec.tickSpacing());
        return List.of(new Range(start.lower(), start.upper()));
    }

    /** A donation, a fee that is set, or fees that are taken alone. */
    @Override
    Call other(StormState state, Draw draw, int who, int venue, Range range) {
        return switch (draw.below(3)) {
            case 0 ->
                new DonateToRange(
                        venue,
                        Amount.of(Swaps.size(state, draw, venue, 0).shiftRight(draw.below(64))),
                        Amount.of(Swaps.size(state, draw, venue, 1).shiftRight(draw.below(64))));
            case 1 -> new SetPoolFee(venue, draw.between(-10, 70_000));
            default -> new WithdrawRange(venue, range.lower(), range.upper(), UInt256.ZERO, UInt256.ZERO, UInt256.ZERO);
        };
    }

    /** The sums of liquidity in every pool, and that the protocol's part is there. */
    @Override
    public Optional<String> fault(StormState state) {
        V4Pools pools = state.offered(0, V4Pools.class);
        for (int asset = 0; asset < 2; asset++) {
            if (Swaps.held(state, 0, asset).isLessThan(pools.accruals().protocolFees(asset))) {
                return Optional.of("the protocol's fees are not there");
            }
        }
        for (int venue = 0; venue < 3; venue++) {
            Optional<String> fault = V4Sums.fault(pool(state, venue));
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }
}
