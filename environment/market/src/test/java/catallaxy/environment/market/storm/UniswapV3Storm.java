package catallaxy.environment.market.storm;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.environment.market.venue.concentrated.RangeStart;
import catallaxy.environment.market.venue.uniswapv3.BurnPosition;
import catallaxy.environment.market.venue.uniswapv3.CollectPosition;
import catallaxy.environment.market.venue.uniswapv3.MintPosition;
import catallaxy.environment.market.venue.uniswapv3.UniswapV3Spec;
import catallaxy.environment.market.venue.uniswapv3.V3Income;
import catallaxy.environment.market.venue.uniswapv3.V3Pool;
import catallaxy.environment.market.venue.uniswapv3.V3Position;
import catallaxy.environment.market.venue.uniswapv3.V3Sums;
import java.util.List;
import java.util.Optional;

/** A pool of any fee and spacing; besides, it pays whoever leaves, and the protocol. */
final class UniswapV3Storm extends RangeStorm {
    @Override
    public String name() {
        return "uniswap-v3";
    }

    @Override
    List<? extends VenueSpec.OnChain> pools(Draw draw) {
        int reserve = draw.between(20, 112);
        int fee = draw.oneIn(8) ? draw.below(1_000_000) : draw.below(20_000);
        int spacing = draw.oneIn(4) ? draw.between(1, 16_383) : draw.between(1, 300);
        return List.of(new UniswapV3Spec(
                "ranges",
                0,
                0,
                1,
                draw.ofBits(reserve),
                draw.ofBits(draw.between(Math.max(14, reserve - 40), Math.min(112, reserve + 40))),
                fee,
                spacing,
                draw.oneIn(2) ? 0 : 20,
                0.5,
                draw.oneIn(2) ? 0 : draw.between(4, 10),
                draw.between(1, 20)));
    }

    private static UniswapV3Spec spec(StormState state, int venue) {
        return (UniswapV3Spec) state.plan().venues().get(venue);
    }

    private static V3Pool pool(StormState state, int venue) {
        return state.offered(venue, V3Pool.class);
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
                .position(account, range.lower(), range.upper())
                .liquidity();
    }

    @Override
    boolean isNew(StormState state, int venue, int account, Range range) {
        V3Position there = pool(state, venue).position(account, range.lower(), range.upper());
        return there.liquidity().isZero()
                && there.owed0().isZero()
                && there.owed1().isZero();
    }

    @Override
    Call provide(int venue, Range range, Amount amount0, Amount amount1) {
        return new MintPosition(venue, range.lower(), range.upper(), amount0, amount1, UInt256.ZERO, UInt256.ZERO);
    }

    @Override
    List<Call> withdraw(int venue, Range range, UInt256 liquidity) {
        return List.of(
                new BurnPosition(venue, range.lower(), range.upper(), liquidity, UInt256.ZERO, UInt256.ZERO),
                CollectPosition.all(venue, range.lower(), range.upper()));
    }

    @Override
    int founder(StormState state, int venue) {
        return state.ledger().account(spec(state, venue).id() + "/founder");
    }

    @Override
    List<Range> founded(StormState state, int venue) {
        UniswapV3Spec spec = spec(state, venue);
        RangeStart all = RangeStart.of(spec.reserve0(), spec.reserve1(), 0, spec.tickSpacing());
        RangeStart within = RangeStart.of(spec.reserve0(), spec.reserve1(), spec.rangePercent(), spec.tickSpacing());
        return List.of(new Range(all.lower(), all.upper()), new Range(within.lower(), within.upper()));
    }

    /** Collects some of what it has earned, or burns nothing. */
    @Override
    Call other(StormState state, Draw draw, int who, int venue, Range range) {
        return draw.oneIn(2)
                ? new CollectPosition(venue, range.lower(), range.upper(), draw.any(), draw.any())
                : new BurnPosition(
                        venue, range.lower(), range.upper(), UInt256.ZERO, draw.upTo(UInt256.ONE), UInt256.ZERO);
    }

    /** The sums of liquidity, and that the protocol's part is there. */
    @Override
    public Optional<String> fault(StormState state) {
        V3Income income = pool(state, 0).income();
        boolean backed = Swaps.held(state, 0, 0).isAtLeast(income.protocolFees0())
                && Swaps.held(state, 0, 1).isAtLeast(income.protocolFees1());
        return backed ? V3Sums.fault(pool(state, 0)) : Optional.of("the protocol's fees are not there");
    }
}
