package catallaxy.scenarios.file.market;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.agents.policy.UserAgent;
import catallaxy.environment.market.role.RoleSpec;
import catallaxy.environment.market.role.SeatSpec;
import catallaxy.scenarios.file.AgentPolicy;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scenarios that docs/your-own-agent.md shows can be read. */
final class OwnAgentPageTest {
    private static final Path ROOT = Path.of(System.getProperty("catallaxy.root", ".."));
    private static final Pattern SNIPPET = Pattern.compile("```hocon\n(.*?)```\n", Pattern.DOTALL);

    @TempDir
    Path folder;

    private Scenario snippet(int at) throws IOException {
        List<MatchResult> snippets = SNIPPET.matcher(Files.readString(ROOT.resolve("docs/your-own-agent.md")))
                .results()
                .toList();
        assertThat(snippets).hasSize(2);
        Path file = Files.writeString(
                folder.resolve("my-scenario.conf"), snippets.get(at).group(1));
        return ScenarioReader.read(file, Map.of());
    }

    private static AgentPolicy policy(String agent, String name, Map<String, String> settings) {
        return new AgentPolicy(agent, new UserAgent("com.example." + name, settings));
    }

    private static void hasTraders(Scenario scenario, String... ids) {
        assertThat(scenario.market().agents())
                .filteredOn(agent -> agent.role() instanceof RoleSpec.Trader)
                .extracting(SeatSpec::id)
                .containsExactlyInAnyOrder(ids);
    }

    @Test
    void seatsTheExampleAgentInTheShippedScenario() throws IOException {
        Scenario scenario = snippet(0);
        assertThat(scenario.policies())
                .contains(policy(
                        "mine",
                        "MeanReversion",
                        Map.of("venue", "rollup-ETH-USDC", "size", "1000", "threshold-bps", "20")));
        hasTraders(scenario, "mine");
    }

    @Test
    void seatsThoseWithCommandsOfTheirOwn() throws IOException {
        Scenario scenario = snippet(1);
        assertThat(scenario.policies())
                .contains(
                        policy(
                                "quoter",
                                "LimitQuoter",
                                Map.of(
                                        "venue", "spot-ETH-USDC",
                                        "size", "0.5",
                                        "max-stock", "2",
                                        "distance-bps", "5")),
                        policy(
                                "provider",
                                "LiquidityTrip",
                                Map.of(
                                        "exchange", "spot",
                                        "bridge", "canonical",
                                        "pool", "rollup-ETH-USDC",
                                        "partner", "fund",
                                        "amount", "10000")));
        hasTraders(scenario, "quoter", "provider");
        assertThat(scenario.market().participant("fund")).isNotNegative();
    }
}
