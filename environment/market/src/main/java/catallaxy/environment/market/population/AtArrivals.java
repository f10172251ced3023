package catallaxy.environment.market.population;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.engine.MarketEngine;

/** Acts at the arrivals of a Poisson process, and remembers nothing else. Owned by one group. */
public final class AtArrivals implements Behaviour {
    private final Arrivals arrivals;
    private final Act act;

    private AtArrivals(Arrivals arrivals, Act act) {
        this.arrivals = arrivals;
        this.act = act;
    }

    /** Draws the first arrival. Two words an arrival, before those of the act. */
    public static AtArrivals open(double ratePerHour, Act act, GroupAccount account, MarketEngine market) {
        return new AtArrivals(Arrivals.open(market, ratePerHour, account.random()), act);
    }

    /** What was saved with the same rate. */
    public static AtArrivals load(StateReader in, double ratePerHour, Act act, MarketEngine market) {
        return new AtArrivals(Arrivals.load(in, market, ratePerHour), act);
    }

    @Override
    public long nextWakeNanos() {
        return arrivals.nextNanos();
    }

    @Override
    public void wake(MarketEngine market, GroupAccount account) {
        if (arrivals.take(market, account.random())) {
            act.at(market, account);
        }
    }

    @Override
    public AtArrivals copy() {
        return new AtArrivals(arrivals.copy(), act);
    }

    @Override
    public void save(StateWriter out) {
        arrivals.save(out);
    }
}
