package catallaxy.environment.market.population;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.engine.MarketEngine;

/** Acts at equal distances in time, and remembers nothing else. Owned by one group. */
public final class AtIntervals implements Behaviour {
    private final long intervalNanos;
    private final Act act;
    private long nextNanos;

    private AtIntervals(long intervalNanos, Act act, long nextNanos) {
        this.intervalNanos = intervalNanos;
        this.act = act;
        this.nextNanos = nextNanos;
    }

    /** The first time is a random one of the first interval. One word. */
    public static AtIntervals open(long intervalNanos, Act act, GroupAccount account, MarketEngine market) {
        long first = 1 + account.random().nextLong(intervalNanos);
        return new AtIntervals(intervalNanos, act, market.timeNanos() + first);
    }

    /** What was saved with the same interval. */
    public static AtIntervals load(StateReader in, long intervalNanos, Act act) {
        return new AtIntervals(intervalNanos, act, in.int64());
    }

    @Override
    public long nextWakeNanos() {
        return nextNanos;
    }

    @Override
    public void wake(MarketEngine market, GroupAccount account) {
        nextNanos = market.timeNanos() + intervalNanos;
        act.at(market, account);
    }

    @Override
    public AtIntervals copy() {
        return new AtIntervals(intervalNanos, act, nextNanos);
    }

    @Override
    public void save(StateWriter out) {
        out.int64(nextNanos);
    }
}
