package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import catallaxy.agents.network.Compute;
import catallaxy.agents.network.DeviceChoice;
import catallaxy.scenarios.command.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ValidateCommandTest {
    private static final String SHIPPED = "two-chains";

    @TempDir
    Path folder;

    @Test
    void theShippedScenarioIsValid() {
        Outcome outcome = Shell.catallaxy("validate", SHIPPED);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .startsWith("valid: two-chains")
                .contains("chains")
                .contains("config digest: ");
    }

    @Test
    void settingsReplaceTheScenarios() {
        Outcome outcome = Shell.catallaxy("validate", SHIPPED, "duration=2h", "--for", "run", "--json");
        assertThat(outcome.lastLine()).startsWith("{\"valid\":true").contains("\"simulatedSeconds\":7200.0");
    }

    @Test
    void theResolvedTextIsAScenarioOfTheSameDigest() throws IOException {
        Path resolved = folder.resolve("two-chains.conf");
        Files.writeString(
                resolved, Shell.catallaxy("validate", SHIPPED, "--resolved").out());
        assertThat(Shell.catallaxy("validate", resolved.toString()).out())
                .contains(digestLine(Shell.catallaxy("validate", SHIPPED).out()));
    }

    @Test
    void aLearnerThatDoesNotFitIsNamedWithItsLine() throws IOException {
        Path file = Files.writeString(folder.resolve("own.conf"), """
                include "two-chains"
                learners.fund = null
                learners.risk = null
                learners.maker.settings.rollout-length = 7
                """);
        Outcome outcome = Shell.catallaxy("validate", file.toString());
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("own.conf:4: learners.maker.settings.rollout-length: expected a divisor of its ")
                .contains("validate --for run leaves that out");
        assertThat(Shell.catallaxy("validate", file.toString(), "--for", "run").exitCode())
                .isZero();
    }

    @Test
    void classesThatCannotSitInTheirSeatsAreNamedEach() throws IOException {
        Path file = Files.writeString(folder.resolve("own.conf"), """
                include "two-chains"
                agents.maker.policy = null
                agents.maker.policy { kind = class, class = com.example.Nowhere }
                agents.arb.policy = null
                agents.arb.policy { kind = class, class = java.lang.String }
                """);
        Outcome outcome = Shell.catallaxy("validate", file.toString(), "--json");
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.lastLine())
                .contains("own.conf:5\",\"key\":\"agents.arb.policy.class\"")
                .contains("java.lang.String does not implement catallaxy.agents.Agent")
                .contains("own.conf:3\",\"key\":\"agents.maker.policy.class\"")
                .contains("there is no class com.example.Nowhere on the class path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"solved/cart-pole", SHIPPED})
    void aDeviceThatIsNotThereIsRefusedWhereItIsAskedFor(String scenario) {
        try (Compute auto = Compute.open(DeviceChoice.AUTO, 1)) {
            assumeFalse(auto.device().isGpu(), "there is a GPU here");
        }
        Outcome outcome = Shell.catallaxy("validate", scenario, "training.device=gpu");
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("training.device: ").contains("gpu, but PyTorch sees none");
    }

    @Test
    void jarsThatAreNotThereAreNamed() {
        Outcome outcome = Shell.catallaxy("validate", SHIPPED, "--classpath", "absent.jar");
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("--classpath: no such jar or folder: absent.jar");
    }

    @Test
    void everyMistakeIsNamedWithItsPlace() {
        Outcome outcome = Shell.catallaxy("validate", SHIPPED, "sed=1", "duration=soon");
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err())
                .startsWith("error: ")
                .contains("sed")
                .contains("duration")
                .doesNotContain("\tat ");
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void mistakesAreOneJsonObjectToo() {
        Outcome outcome = Shell.catallaxy("validate", SHIPPED, "sed=1", "--json");
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.lastLine()).startsWith("{\"valid\":false,\"problems\":[{\"place\":");
    }

    @Test
    void mistypedScenarioNamesTheNearest() {
        assertThat(Shell.catallaxy("validate", "two-chain").err()).contains("did you mean two-chains?");
    }

    private static String digestLine(String text) {
        return text.lines()
                .filter(line -> line.startsWith("config digest"))
                .findFirst()
                .orElseThrow();
    }
}
