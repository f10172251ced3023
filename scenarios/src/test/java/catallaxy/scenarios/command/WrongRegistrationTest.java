package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.agents.training.LearnerKind;
import catallaxy.environment.market.contract.Kind;
import catallaxy.environment.market.role.FactorKind;
import catallaxy.environment.market.role.RoleKind;
import catallaxy.scenarios.report.ChartKind;
import catallaxy.scenarios.report.TrainingChartKind;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program that starts with a jar of the user's own that registers what cannot be. */
final class WrongRegistrationTest {
    @TempDir
    Path work;

    @ParameterizedTest
    @ValueSource(
            classes = {
                Kind.class,
                LearnerKind.class,
                RoleKind.class,
                FactorKind.class,
                ChartKind.class,
                TrainingChartKind.class
            })
    void itIsOneMessageWithThePlaceAndTheClass(Class<?> sort) throws IOException, InterruptedException {
        Path file = work.resolve("META-INF/services").resolve(sort.getName());
        Files.createDirectories(file.getParent());
        Files.writeString(file, "com.example.Absent\n");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dcatallaxy.root=" + System.getProperty("catallaxy.root"),
                        "-cp",
                        System.getProperty("java.class.path") + File.pathSeparator + work,
                        Main.class.getName(),
                        "list",
                        "charts")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(said.lines())
                .singleElement()
                .asString()
                .startsWith("error: " + file + ", line 1: com.example.Absent: expected a class on the class path");
    }
}
