package catallaxy.environment.market.storm;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.environment.market.venue.concentrated.TickMath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What storms of pools with liquidity in ranges have in common: a menu of ranges around the first price, in which everybody is. */
abstract class RangeStorm implements StormKind {
    private static final int MENU = 10;

    /** A pool's kind in its own terms. */
    record Range(int lower, int upper) {}

    /** Pools on whose assets 0 and 1 it storms; all of them are venues. */
    abstract List<? extends VenueSpec.OnChain> pools(Draw draw);

    /** Bits of what each participant has at most. */
    int wealthBits() {
        return 130;
    }

    abstract int spacing(StormState state, int venue);

    abstract UInt256 reserve(StormState state, int venue, int side);

    /** Liquidity of an account's range. */
    abstract UInt256 liquidity(StormState state, int venue, int account, Range range);

    /** Whether an account has nothing in a range, and has nothing to get of it. */
    boolean isNew(StormState state, int venue, int account, Range range) {
        return liquidity(state, venue, account, range).isZero();
    }

    abstract Call provide(int venue, Range range, Amount amount0, Amount amount1);

    /** Takes liquidity out, and all that it has earned. */
    abstract List<Call> withdraw(int venue, Range range, UInt256 liquidity);

    /** The account that holds the first positions, and its ranges. */
    abstract int founder(StormState state, int venue);

    abstract List<Range> founded(StormState state, int venue);

    /** A call that only this kind has. */
    abstract Call other(StormState state, Draw draw, int who, int venue, Range range);

    @Override
    public StormPlan plan(Kinds kinds, Draw draw) {
        return new StormPlan(
                kinds, UniswapV2Storm.assets(2), pools(draw), draw.ofBits(draw.between(100, wealthBits())));
    }

    /** The ranges of a pool: some narrow, some wide, one for all prices. */
    private Range range(StormState state, int venue, int place) {
        int spacing = spacing(state, venue);
        int most = TickMath.MAX_TICK / spacing;
        double ratio = reserve(state, venue, 1).doubleValue()
                / reserve(state, venue, 0).doubleValue();
        int middle = Math.clamp((long) (StrictMath.log(ratio) / StrictMath.log(1.0001)) / spacing, 1 - most, most - 1);
        if (place == 0) {
            return new Range(-most * spacing, most * spacing);
        }
        int lower = Math.clamp(middle + (long) (place % 3 - 1) * place * place, -most, most - 1);
        int upper = Math.clamp(lower + 1L + place * place / 2, lower + 1, most);
        return new Range(lower * spacing, upper * spacing);
    }

    /** A range of the menu, seldom one that cannot be. */
    private Range anyRange(StormState state, Draw draw, int venue) {
        if (draw.oneIn(48)) {
            return new Range(draw.between(-900_000, 900_000), draw.between(-900_000, 900_000));
        }
        return range(state, venue, draw.below(MENU));
    }

    @Override
    public Call next(StormState state, Draw draw, int who) {
        int venue = draw.below(state.plan().venues().size());
        Range range = anyRange(state, draw, venue);
        return switch (draw.below(16)) {
            case 0, 1 -> mint(state, draw, venue, range);
            case 2, 3 -> takeOut(state, draw, who, venue, range);
            case 4 -> Swaps.routed(state, draw);
            case 5 -> Swaps.around(state, draw, who, venue, inner(state, draw, who, venue, range));
            case 6 -> other(state, draw, who, venue, range);
            default -> Swaps.hop(state, draw, who, venue);
        };
    }

    private Call inner(StormState state, Draw draw, int who, int venue, Range range) {
        return draw.oneIn(2) ? Swaps.idle(who) : mint(state, draw, venue, range);
    }

    private Call takeOut(StormState state, Draw draw, int who, int venue, Range range) {
        UInt256 there = liquidity(state, venue, state.account(who), range);
        List<Call> calls = withdraw(venue, range, draw.oneIn(3) ? there : draw.upTo(there));
        return calls.size() == 1 || draw.oneIn(2) ? calls.getFirst() : new Call.Batch(calls);
    }

    private Call mint(StormState state, Draw draw, int venue, Range range) {
        return provide(
                venue,
                range,
                Amount.of(Swaps.size(state, draw, venue, 0)),
                Amount.of(Swaps.size(state, draw, venue, 1)));
    }

    /** A swap there and back, or a range of one's own that is taken out again, between swaps or not. */
    @Override
    public List<Call> trip(StormChain chain, Draw draw, int who) {
        StormState state = chain.state();
        int venue = draw.below(state.plan().venues().size());
        Range range = anyRange(state, draw, venue);
        int account = state.account(who);
        List<Call> swaps = ((Call.Batch) Swaps.thereAndBack(state, draw, venue)).calls();
        if (draw.oneIn(2) || !isNew(state, venue, account, range)) {
            Call trip = new Call.Batch(swaps);
            chain.execute(0, who, trip);
            return List.of(trip);
        }
        Call mint = mint(state, draw, venue, range);
        chain.execute(0, who, mint);
        boolean between = draw.oneIn(2);
        Result there = between ? chain.execute(0, who, swaps.getFirst()) : Result.OK;
        UInt256 liquidity = liquidity(state, venue, account, range);
        if (!liquidity.isZero()) {
            withdraw(venue, range, liquidity).forEach(call -> chain.execute(0, who, call));
        }
        if (between && there.ok()) {
            Call.Swap back = (Call.Swap) swaps.getLast();
            chain.execute(0, who, new Call.Swap(back.pools(), back.assetIn(), Amount.of(there.amount()), UInt256.ZERO));
        }
        return between ? List.of(mint, swaps.getFirst(), swaps.getLast()) : List.of(mint);
    }

    @Override
    public List<Departure> leaving(StormState state) {
        List<Departure> all = new ArrayList<>();
        for (int venue = 0; venue < state.plan().venues().size(); venue++) {
            Set<Range> menu = new LinkedHashSet<>();
            for (int place = 0; place < MENU; place++) {
                menu.add(range(state, venue, place));
            }
            for (int who = 0; who < StormPlan.PARTICIPANTS; who++) {
                leave(state, venue, state.account(who), menu, all);
            }
            leave(state, venue, founder(state, venue), new LinkedHashSet<>(founded(state, venue)), all);
        }
        return all;
    }

    private void leave(StormState state, int venue, int account, Set<Range> ranges, List<Departure> all) {
        for (Range range : ranges) {
            UInt256 there = liquidity(state, venue, account, range);
            if (!there.isZero()) {
                withdraw(venue, range, there).forEach(call -> all.add(new Departure(account, call)));
            }
        }
    }
}
