package catallaxy.scenarios.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShippedScenariosTest {
    static final Path FOLDER = Path.of(System.getProperty("catallaxy.root"), "scenarios");

    @Test
    void twoChainsIsReadAndItsResolvedTextGivesTheSame() {
        Scenario scenario = ScenarioReader.read(FOLDER.resolve("two-chains.conf"), Map.of());
        assertThat(scenario.market().agents()).hasSize(4);
        Scenario again = ScenarioReader.readText("again.conf", scenario.resolved(), Map.of());
        assertThat(again.market()).isEqualTo(scenario.market());
        assertThat(again.resolved()).isEqualTo(scenario.resolved());
        assertThat(again.configDigest()).isEqualTo(scenario.configDigest());
    }
}
