package catallaxy.environment.market.population;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.engine.EventKind;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.trading.SmallMarket;
import java.util.ArrayList;
import java.util.List;

/** A market with a population, run by the test itself. */
public final class Town {
    public final MarketEngine market;
    final Population population;
    /** Times at which group 0 was woken. */
    final List<Long> wakes = new ArrayList<>();

    private final SmallMarket scenario;
    private final List<GroupSpec> traders;
    private final long seed;

    public Town(SmallMarket scenario, long seed, GroupSpec... traders) {
        this.scenario = scenario;
        this.seed = seed;
        this.traders = List.of(traders);
        this.market = MarketEngine.of(scenario.engine(), seed);
        this.population = new Population(this.traders, market, seed);
        for (int group = 0; group < population.size(); group++) {
            wakeAt(group, population.firstWakeNanos(group));
        }
    }

    private Town(Town other, MarketEngine market, Population population) {
        this.scenario = other.scenario;
        this.traders = other.traders;
        this.seed = other.seed;
        this.market = market;
        this.population = population;
    }

    private void wakeAt(int group, long timeNanos) {
        if (timeNanos != Long.MAX_VALUE) {
            market.wake(EventKind.POPULATION, group, timeNanos);
        }
    }

    public void runUntil(long timeNanos) {
        while (market.hasEventUntil(timeNanos)) {
            int group = market.advance();
            if (group != MarketEngine.HANDLED) {
                if (group == 0) {
                    wakes.add(market.timeNanos());
                }
                wakeAt(group, population.wake(market, group));
            }
        }
    }

    int participant(int group) {
        return population.participant(group);
    }

    Town copy() {
        return new Town(this, market.copy(), population.copy());
    }

    byte[] bytes() {
        StateWriter out = new StateWriter();
        market.save(out);
        population.save(out);
        return out.toBytes();
    }

    /** This town from its saved bytes, in a market set up anew. */
    Town reloaded() {
        StateReader in = new StateReader(bytes());
        Town fresh = new Town(scenario, seed, traders.toArray(GroupSpec[]::new));
        MarketEngine restored = fresh.market.restored(in);
        Town reloaded = new Town(this, restored, Population.load(in, traders, restored));
        in.end();
        return reloaded;
    }

    String digest() {
        return market.log().digest().hex();
    }
}
