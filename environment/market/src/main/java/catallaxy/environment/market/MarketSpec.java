package catallaxy.environment.market;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.check.NearestWord;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.population.GroupSpec;
import catallaxy.environment.market.population.RecordedSpec;
import catallaxy.environment.market.role.SeatSpec;
import catallaxy.environment.market.world.ReplaySpec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
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
 * @param tradeLimit    trades of all agents together after which the run ends at the next decision; 0 for none but the duration
 */
public record MarketSpec(
        String name,
        long durationNanos,
        EngineSpec engine,
        List<GroupSpec> population,
        List<SeatSpec> agents,
        long tradeLimit) {
    /** A market that runs for its whole duration. */
    public MarketSpec(
            String name, long durationNanos, EngineSpec engine, List<GroupSpec> population, List<SeatSpec> agents) {
        this(name, durationNanos, engine, population, agents, 0);
    }

    public MarketSpec {
        population = List.copyOf(population);
        agents = List.copyOf(agents);
        Checks.inRange("durationNanos", durationNanos, 1_000_000_000L, 157_680_000_000_000_000L);
        Checks.inRange("tradeLimit", tradeLimit, 0, Long.MAX_VALUE);
        Set<String> seen = new LinkedHashSet<>();
        for (SeatSpec agent : agents) {
            Checks.that(seen.add(agent.id()), "agent names", "each once", agent.id() + " twice");
        }
        for (GroupSpec trader : population) {
            Checks.that(seen.add(trader.id()), "participant names", "each once", trader.id() + " twice");
        }
        new DecisionOrder(agents);
        population.forEach(group -> group.check(engine));
    }

    /** What replays a recording, so that no copy of the market can have another future; empty where every future is drawn. */
    public Optional<String> foretold() {
        Stream<String> prices = engine.world().assets().stream()
                .filter(ReplaySpec.class::isInstance)
                .map(asset -> "world.assets." + asset.asset());
        Stream<String> trades =
                population.stream().filter(RecordedSpec.class::isInstance).map(group -> "population." + group.id());
        return Stream.concat(prices, trades).findFirst();
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
