package catallaxy.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.agents.actor.ActorDriver;
import catallaxy.agents.driver.BatchDriver;
import catallaxy.agents.driver.Driver;
import catallaxy.agents.driver.DriverListener;
import catallaxy.environment.market.MarketEnvironment;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The first two minutes of the day of everything: its digest is the same whichever driver, and on one thread or beside another. */
final class DefiDayDigestTest {
    private final Scenario scenario = ScenarioReader.read(
            Path.of(System.getProperty("catallaxy.root"), "scenarios", "defi-day.conf"), Map.of("duration", "2 m"));

    private String digest(Driver driver, long seed) {
        var plans = AgentPlans.of(scenario, seed, ClassLoader.getSystemClassLoader());
        return driver.run(
                        new MarketEnvironment(scenario.market()),
                        seed,
                        plans,
                        scenario.faultRule(),
                        DriverListener.NONE)
                .digest();
    }

    @Test
    void isTheSameWithBothDriversAndOnOneThreadAndOnTwo() throws InterruptedException, ExecutionException {
        String alone = digest(new BatchDriver(), 1);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<String>> together = threads.invokeAll(List.of(
                    () -> digest(new BatchDriver(), 1),
                    () -> digest(new ActorDriver(), 1),
                    () -> digest(new BatchDriver(), 2)));
            assertThat(together.get(0).get()).isEqualTo(alone);
            assertThat(together.get(1).get()).isEqualTo(alone);
            assertThat(together.get(2).get()).isNotEqualTo(alone);
        }
    }
}
