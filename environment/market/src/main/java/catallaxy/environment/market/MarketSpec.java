package catallaxy.environment.market;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.check.NearestWord;
import catallaxy.environment.market.book.SelfTradePrevention;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.exchange.ExchangeSpec;
import catallaxy.environment.market.population.GroupSpec;
import catallaxy.environment.market.role.SeatSpec;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything that, together with a seed, determines a simulation.
 *
 * @param name          of the scenario
 * @param durationNanos simulated time, positive
 * @param engine        assets, chains, exchanges, venues, bridges, world
 * @param population    background participants
 * @param agents        seats of the agents, in canonical order
 */
public record MarketSpec(
        String name, long durationNanos, EngineSpec engine, List<GroupSpec> population, List<SeatSpec> agents) {
    public MarketSpec {
        population = List.copyOf(population);
        agents = List.copyOf(agents);
        Checks.inRange("durationNanos", durationNanos, 1_000_000_000L, 157_680_000_000_000_000L);
        Set<String> seen = new LinkedHashSet<>();
        for (SeatSpec agent : agents) {
            Checks.that(seen.add(agent.id()), "agent names", "each once", agent.id() + " twice");
        }
        for (GroupSpec trader : population) {
            Checks.that(seen.add(trader.id()), "participant names", "each once", trader.id() + " twice");
        }
        new DecisionOrder(agents);
        population.forEach(group -> checkRecorded(engine, group));
    }

    /** The times of a recording are those at the exchange: nothing may come between. */
    private static void checkRecorded(EngineSpec engine, GroupSpec group) {
        if (group instanceof GroupSpec.Recorded recorded
                && engine.venues().get(recorded.venues().getFirst()) instanceof VenueSpec.Book book) {
            ExchangeSpec exchange = engine.exchanges().get(book.exchange());
            Checks.that(
                    exchange.latencyNanos() == 0 && exchange.selfTradePrevention() == SelfTradePrevention.NONE,
                    "population",
                    "recorded flow at an exchange with latency = 0 s and self-trade-prevention = none",
                    recorded.id() + " at " + exchange.id());
        }
    }

    /**
     * Index of the participant of this name, an agent or a group of the population: the receiver of a transfer.
     *
     * @throws IllegalArgumentException if there is none; the message lists those that there are
     */
    public int participant(String id) {
        List<String> names = Stream.concat(
                        population.stream().map(GroupSpec::id), agents.stream().map(SeatSpec::id))
                .toList();
        int index = names.indexOf(id);
        if (index < 0) {
            throw new IllegalArgumentException(NearestWord.missing("participant", id, names));
        }
        return index;
    }
}
