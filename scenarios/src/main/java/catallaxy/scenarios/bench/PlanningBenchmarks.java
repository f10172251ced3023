package catallaxy.scenarios.bench;

import catallaxy.agents.Agent;
import catallaxy.agents.policy.ClosedFormArbitrage;
import catallaxy.agents.policy.MarketAgents;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.EnvironmentStep;
import catallaxy.environment.api.Observation;
import catallaxy.environment.market.MarketEnvironment;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.run.AgentPlans;
import java.nio.file.Path;
import java.util.Map;

/**
 * The benchmarks of looking ahead, on the shipped scenario {@code arbitrage} after two simulated minutes and at the first epoch from there on at
 * which the planner's closed form finds something.
 */
final class PlanningBenchmarks {
    private static final long SEED = 1;
    private static final long BEGIN_NANOS = 120_000_000_000L;
    private static final String PLANNER = "arb";

    static final Benchmark DECISIONS = new Benchmark(
            "planner",
            "decisions of the arbitrageur that plans, 16 futures of 16 s each on the market of arbitrage, one core",
            FigureKind.OPERATIONS_PER_SECOND,
            "decisions/s",
            20,
            PlanningBenchmarks::decisions);

    static final Benchmark FORKS = new Benchmark(
            "planner-forks",
            "copies of the market of arbitrage with other luck, one core",
            FigureKind.OPERATIONS_PER_SECOND,
            "forks/s",
            5_000,
            PlanningBenchmarks::forks);

    private PlanningBenchmarks() {}

    private static Scenario scenario() {
        Path file = Path.of(System.getProperty("catallaxy.root", "."), "scenarios", "arbitrage.conf");
        return ScenarioReader.read(
                file, Map.of("agents.arb.policy", "{ kind = planner, simulations = 16, horizon = 16 s }"));
    }

    private static Workload decisions() {
        Scenario scenario = scenario();
        MarketAgents agents = AgentPlans.agents(scenario, ClassLoader.getSystemClassLoader());
        Agent planner = agents.agent(PLANNER, SEED);
        MarketEnvironment market = new MarketEnvironment(scenario.market());
        Observation seen = undecided(market, agents);
        return operations -> {
            long checksum = 0;
            for (int i = 0; i < operations; i++) {
                checksum += planner.decide(seen).hashCode();
            }
            return checksum;
        };
    }

    private static Workload forks() {
        Scenario scenario = scenario();
        MarketEnvironment market = new MarketEnvironment(scenario.market());
        undecided(market, AgentPlans.agents(scenario, ClassLoader.getSystemClassLoader()));
        return operations -> {
            long checksum = 0;
            for (int i = 0; i < operations; i++) {
                checksum += market.fork(i).market().engine().events();
            }
            return checksum;
        };
    }

    /** What the planner observes at the first epoch at which the closed form would trade in its seat. */
    private static Observation undecided(MarketEnvironment market, MarketAgents agents) {
        Agent greedy =
                agents.with(PLANNER, new ClosedFormArbitrage.Config(1, 0)).agent(PLANNER, SEED);
        EnvironmentStep step = market.reset(SEED);
        while (!step.finished()) {
            Observation seen = step.due().getFirst().observation();
            if (step.timeNanos() >= BEGIN_NANOS && trades(seen, greedy)) {
                return seen;
            }
            step = market.step(Map.of());
        }
        throw new MissedEndException("expected an epoch at which there is something to decide, found none");
    }

    /** Whether any of its routes is traded; the tip, which it leaves as it is, comes after them. */
    private static boolean trades(Observation seen, Agent greedy) {
        return !greedy.decide(seen).equals(Action.of(seen.actions().neutral()));
    }
}
