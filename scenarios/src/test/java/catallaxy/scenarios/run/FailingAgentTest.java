package catallaxy.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FailingAgentTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(DriverKind.class)
    void itsFaultsAreListedAndCountedAndTheOthersGoOn(DriverKind driver) throws IOException {
        ShortRun run = ShortRun.of(scenario(), 1, driver, OptionalLong.empty(), folder.resolve("out"));
        List<String> faults = Files.readAllLines(run.files().interventions()).stream()
                .filter(line -> line.contains("fault-"))
                .toList();
        assertThat(faults).isNotEmpty().allMatch(line -> line.contains(",maker,maker,fault-threw,,,"));
        assertThat(faults.getFirst()).contains("\"\"really\"\"");
        assertThat(run.agent("maker").getLong("faults.threw")).isPositive();
        assertThat(run.agent("arb").getObject("faults")).isEmpty();
        assertThat(run.summary().getLong("faults")).isEqualTo(run.agent("maker").getLong("faults.threw"));
        assertThat(run.figure("arb", "fills")).isPositive();
        assertThat(Replay.of(run.folder()).identical()).isTrue();
    }

    @Test
    void anAgentThatCannotBeMadeLeavesNoRunFolder() throws IOException {
        Scenario absent = scenario("com.example.Absent");
        Path out = folder.resolve("out");
        assertThatThrownBy(() -> ShortRun.of(absent, 1, out)).hasStackTraceContaining("com.example.Absent");
        assertThat(out).doesNotExist();
    }

    private Scenario scenario() throws IOException {
        return scenario(ThrowingAgent.class.getName());
    }

    private Scenario scenario(String agentClass) throws IOException {
        String shipped = Files.readString(ShortRun.SCENARIOS.resolve("two-chains.conf"));
        Path file = folder.resolve("own.conf");
        Files.writeString(
                file,
                shipped + "\nagents.maker.policy = null\nagents.maker.policy { kind = class, class = " + agentClass
                        + " }\n");
        return ScenarioReader.read(file, Map.of("duration", "10 m"));
    }
}
