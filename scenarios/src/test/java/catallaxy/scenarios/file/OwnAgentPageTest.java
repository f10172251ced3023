package catallaxy.scenarios.file;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.agents.policy.UserAgent;
import catallaxy.environment.market.role.RoleSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scenario that docs/your-own-agent.md shows is one that can be read. */
final class OwnAgentPageTest {
    private static final Path ROOT = Path.of(System.getProperty("catallaxy.root", ".."));
    private static final Pattern SNIPPET = Pattern.compile("```hocon\n(.*?)```\n", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void seatsTheExampleAgentInTheShippedScenario() throws IOException {
        Matcher snippet = SNIPPET.matcher(Files.readString(ROOT.resolve("docs/your-own-agent.md")));
        assertThat(snippet.find()).isTrue();
        Path file = Files.writeString(folder.resolve("my-scenario.conf"), snippet.group(1));
        Scenario scenario = ScenarioReader.read(file, Map.of());
        assertThat(scenario.policies())
                .contains(new AgentPolicy(
                        "mine",
                        new UserAgent(
                                "com.example.MeanReversion",
                                Map.of("venue", "rollup-ETH-USDC", "size", "1000", "threshold-bps", "20"))));
        assertThat(scenario.market().agents())
                .filteredOn(agent -> agent.id().equals("mine"))
                .singleElement()
                .satisfies(agent -> assertThat(agent.role()).isInstanceOf(RoleSpec.Trader.class));
    }
}
