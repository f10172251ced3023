package catallaxy.scenarios.training;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.agents.driver.AgentFailedException;
import catallaxy.agents.market.MarketEvaluation;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.run.AgentPlans;
import catallaxy.scenarios.run.UnsoundAgent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A policy that fails beside those that are scored ends the evaluation, and is named with what it did. */
class FailingNeighbourTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            throws | IllegalStateException: no idea
            nan    | trade.spot-ETH-USDC: expected a number in [-5000.0, 5000.0] quote, found NaN
            short  | expected 1 action components, found 0
            """)
    void isNamedWithEpochTimeAndMessage(String way, String message) throws IOException {
        Path shipped = Path.of(System.getProperty("catallaxy.root"), "scenarios", "two-chains.conf");
        Path file = folder.resolve("beside.conf");
        Files.writeString(file, Files.readString(shipped) + """

                agents.mine {
                  role = trader
                  cadence = 30 s
                  venues = [spot-ETH-USDC]
                  max-trade = 5000
                  policy = { kind = class, class = "%s", settings { way = "%s" } }
                }
                """.formatted(UnsoundAgent.class.getName(), way));
        Scenario scenario = ScenarioReader.read(file, Map.of("duration", "2 m"));
        assertThatThrownBy(() -> MarketEvaluation.of(
                        AgentPlans.agents(scenario, getClass().getClassLoader()), scenario.faultRule(), new long[] {1, 2
                        }))
                .isInstanceOf(AgentFailedException.class)
                .hasMessage("agent mine failed at its epoch 0, 0 s: " + message);
    }
}
