package catallaxy.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import com.typesafe.config.Config;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The policies of the shipped scenarios never fail, and ask for nothing that is masked. */
class SoundPoliciesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"bull-and-bear", "flash-crash", "liquidity-desk", "risk-desk", "seasons", "two-chains"})
    void nobodyIsAtFault(String name) {
        Scenario scenario = ScenarioReader.read(ShortRun.SCENARIOS.resolve(name + ".conf"), Map.of("duration", "30 m"));
        ShortRun run = ShortRun.of(scenario, 3, DriverKind.BATCH, OptionalLong.empty(), folder);
        assertThat(scenario.market().agents()).isNotEmpty();
        for (var seat : scenario.market().agents()) {
            Config agent = run.agent(seat.id());
            assertThat(agent.getLong("decisions")).as(seat.id()).isPositive();
            assertThat(agent.getLong("failedDecisions")).as(seat.id()).isZero();
            assertThat(agent.getLong("maskedDecisions")).as(seat.id()).isZero();
        }
    }
}
