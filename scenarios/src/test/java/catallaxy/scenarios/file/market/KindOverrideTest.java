package catallaxy.scenarios.file.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.agents.policy.RandomAgent;
import catallaxy.scenarios.file.AgentPolicy;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.file.text.ScenarioException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Another kind on the command line in place of the file's. */
final class KindOverrideTest {
    private static final Path TWO_CHAINS =
            Path.of(System.getProperty("catallaxy.root"), "scenarios", "two-chains.conf");

    @Test
    void leavesOutWhatOnlyTheFilesKindKnows() {
        Scenario scenario = ScenarioReader.read(TWO_CHAINS, Map.of("agents.maker.policy.kind", "random"));
        assertThat(scenario.policies())
                .filteredOn(each -> each.agent().equals("maker"))
                .extracting(AgentPolicy::policy)
                .containsExactly(new RandomAgent.Config());
    }

    @Test
    void stillRefusesForeignKeysOfTheCommandLine() {
        Map<String, String> overrides = Map.of("agents.maker.policy.kind", "random", "agents.maker.policy.gamma", "1");
        assertThatThrownBy(() -> ScenarioReader.read(TWO_CHAINS, overrides))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("agents.maker.policy.gamma");
    }
}
