package catallaxy.scenarios.attribution;

import catallaxy.environment.api.venue.Liquidity;
import catallaxy.environment.base.number.UInt256;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * The agents' shares of one pool, revalued at every move of the world's prices and after every transaction that touches the pool.
 * A share's gain is, in turn: that of the rebalancing portfolio (inventory), what falls short of it, and fees left by swaps.
 */
final class PoolTrack {
    private final int venue;
    private final int base;
    private final int quote;
    private final WorldMarks marks;
    private final List<AgentProfit> agents;
    private final TreeMap<Integer, Stake> stakes = new TreeMap<>();
    private ShareWorth last = new ShareWorth(0, 0, 0, 0, 0);

    /** Shares of an agent, base units, and their worth. */
    private record Stake(UInt256 shares, BigDecimal worth) {
        static final Stake NONE = new Stake(UInt256.ZERO, BigDecimal.ZERO);

        static Stake of(UInt256 shares, ShareWorth each) {
            return new Stake(shares, BigDecimal.valueOf(shares.doubleValue() * each.worth()));
        }
    }

    PoolTrack(int venue, int base, int quote, WorldMarks marks, List<AgentProfit> agents) {
        this.venue = venue;
        this.base = base;
        this.quote = quote;
        this.marks = marks;
        this.agents = agents;
    }

    int venue() {
        return venue;
    }

    boolean isHeld() {
        return !stakes.isEmpty();
    }

    private ShareWorth now(Liquidity pool) {
        return ShareWorth.of(pool, marks.price(base), marks.price(quote));
    }

    /** The world's prices moved, and the pool did not. */
    void priced(Liquidity pool) {
        revalue(now(pool), Part.LOSS_VERSUS_REBALANCING);
    }

    /** The pool was touched by a transaction, at the same prices. */
    void touched(Liquidity pool) {
        revalue(now(pool), Part.LP_FEES);
    }

    private void revalue(ShareWorth next, Part rest) {
        double rebalancing = last.rebalancing(next);
        stakes.replaceAll((agent, stake) -> {
            Stake revalued = Stake.of(stake.shares(), next);
            BigDecimal held = BigDecimal.valueOf(stake.shares().doubleValue() * rebalancing);
            Parts parts = agents.get(agent).parts();
            parts.add(Part.INVENTORY, held);
            parts.add(rest, revalued.worth().subtract(stake.worth()).subtract(held));
            return revalued;
        });
        last = next;
    }

    /** Takes over how many shares an agent has now; what more they are worth has a cause. */
    void hold(int agent, UInt256 shares, Part cause) {
        Stake before = stakes.getOrDefault(agent, Stake.NONE);
        if (!before.shares().equals(shares)) {
            Stake after = Stake.of(shares, last);
            agents.get(agent).parts().add(cause, after.worth().subtract(before.worth()));
            put(agent, after);
        }
    }

    private void put(int agent, Stake stake) {
        if (stake.shares().isZero()) {
            stakes.remove(agent);
        } else {
            stakes.put(agent, stake);
        }
    }

    /** After blocks were undone: each agent's stake as it is now; what it is worth more than before is given to {@code gains}. */
    void restored(Liquidity pool, IntFunction<UInt256> shares, BigDecimal[] gains) {
        last = now(pool);
        for (int agent = 0; agent < gains.length; agent++) {
            Stake before = stakes.getOrDefault(agent, Stake.NONE);
            Stake after = Stake.of(shares.apply(agent), last);
            gains[agent] = gains[agent].add(after.worth().subtract(before.worth()));
            put(agent, after);
        }
    }
}
