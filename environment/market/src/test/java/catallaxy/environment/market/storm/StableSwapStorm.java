package catallaxy.environment.market.storm;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.Hop;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.venue.pool.PoolSpec;
import catallaxy.environment.market.venue.pool.SharedPool;
import catallaxy.environment.market.venue.stableswap.StableSwapSpec;
import java.util.ArrayList;
import java.util.List;

/** Curve's pools of two to four assets, from a few units to a trillion of each. */
final class StableSwapStorm extends PoolStorm {
    @Override
    public String name() {
        return "stable-swap";
    }

    @Override
    int mostAssets() {
        return 4;
    }

    @Override
    List<? extends PoolSpec> pairs(Draw draw, List<AssetSpec> assets) {
        long amplification = draw.between(1, 5_000);
        long fee = draw.oneIn(4) ? 0 : draw.below(50_000_000L);
        long adminFee = draw.oneIn(2) ? 0 : draw.below(10_000_000_000L);
        List<UInt256> balances = balances(draw, assets, draw.between(10, 40));
        return each(
                assets.size(),
                pair -> new StableSwapSpec(
                        "stable." + pair[0] + "-" + pair[1],
                        "stable",
                        0,
                        pair[0],
                        pair[1],
                        places(assets),
                        balances,
                        amplification,
                        fee,
                        adminFee));
    }

    @Override
    Call hop(StormState state, Draw draw, int who, int venue) {
        return balancing(state, draw, who, venue);
    }

    /**
     * One unit: Newton's method ends where two steps differ by one, and a fee on a few units is nothing. Seen at seed 3,000,005, where 6
     * units of three assets of 18 decimals came back as 7.
     */
    @Override
    public UInt256 slack(StormState state) {
        return UInt256.ONE;
    }

    /** A swap that mostly brings what the pool has less of: else its formula soon has no answers. */
    static Call balancing(StormState state, Draw draw, int who, int venue) {
        PoolSpec spec = (PoolSpec) state.plan().venues().get(venue);
        SharedPool pool = state.offered(0, SharedPool.class);
        double base = state.ledger().toWhole(spec.base(), pool.balance(spec.base()));
        double quote = state.ledger().toWhole(spec.quote(), pool.balance(spec.quote()));
        int scarce = base < quote ? spec.base() : spec.quote();
        int in = draw.oneIn(4) ? Swaps.other(state, venue, scarce) : scarce;
        UInt256 size = draw.oneIn(8)
                ? draw.upTo(pool.balance(in))
                : draw.upTo(pool.balance(in).shiftRight(draw.below(6)));
        return draw.oneIn(16)
                ? Swaps.hop(state, draw, who, venue)
                : new Hop(venue, in, size, state.account(who), state.account(who));
    }

    /** About as many whole units of each, of so many bits. */
    static List<UInt256> balances(Draw draw, List<AssetSpec> assets, int bits) {
        List<UInt256> balances = new ArrayList<>();
        for (AssetSpec each : assets) {
            UInt256 whole = draw.ofBits(draw.between(Math.max(1, bits - 4), bits));
            balances.add(whole.timesExact(UInt256.parse("1" + "0".repeat(each.decimals()))));
        }
        return balances;
    }
}
