package catallaxy.scenarios.bench;

import catallaxy.agents.actor.ActorDriver;
import catallaxy.agents.driver.BatchDriver;
import catallaxy.agents.driver.Driver;
import catallaxy.agents.driver.DriverListener;
import catallaxy.agents.driver.DriverResult;
import catallaxy.environment.market.Market;
import catallaxy.environment.market.MarketEnvironment;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.run.AgentPlans;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/** Workloads on the shipped scenario {@code two-chains}, without recording. */
final class MarketWorkloads {
    private static final long SEED = 1;

    private MarketWorkloads() {}

    private static Scenario scenario(String duration) {
        Path file = Path.of(System.getProperty("catallaxy.root", "."), "scenarios", "two-chains.conf");
        return ScenarioReader.read(file, Map.of("duration", duration));
    }

    /** One simulated day with its closed-form agents, under the actor driver. */
    static Workload dayWithActors() {
        return days(ActorDriver::new);
    }

    /** The same day under the batch driver. */
    static Workload dayBatched() {
        return days(BatchDriver::new);
    }

    private static Workload days(Supplier<Driver> drivers) {
        Scenario scenario = scenario("1 d");
        return operations -> {
            long checksum = 0;
            for (int day = 0; day < operations; day++) {
                checksum += run(scenario, drivers.get(), new MarketEnvironment(scenario.market()));
            }
            return checksum;
        };
    }

    static long run(Scenario scenario, Driver driver, MarketEnvironment environment) {
        return run(scenario, SEED, driver, environment);
    }

    /** Runs a market to its end; part of its digest. */
    static long run(Scenario scenario, long seed, Driver driver, MarketEnvironment environment) {
        var plans = AgentPlans.of(scenario, seed, ClassLoader.getSystemClassLoader());
        DriverResult result = driver.run(environment, seed, plans, scenario.faultRule(), DriverListener.NONE);
        requireSound(result);
        return Long.parseUnsignedLong(result.digest().substring(0, 16), 16);
    }

    /** Agents that hold after faults cost less time than those that decide. */
    static void requireSound(DriverResult result) {
        if (result.faults() > 0) {
            throw new MissedEndException("expected agents that decide, found " + result.faults() + " faults");
        }
    }

    /** Copies of the market as it stands after six simulated hours. */
    static Workload forks() {
        Scenario scenario = scenario("6 h");
        MarketEnvironment environment = new MarketEnvironment(scenario.market());
        run(scenario, new BatchDriver(), environment);
        Market market = environment.market();
        return operations -> {
            long checksum = 0;
            for (int i = 0; i < operations; i++) {
                checksum += market.fork().engine().events();
            }
            return checksum;
        };
    }
}
