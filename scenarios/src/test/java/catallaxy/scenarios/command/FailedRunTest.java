package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.run.DriverKind;
import catallaxy.scenarios.run.RunRequest;
import catallaxy.scenarios.run.Simulation;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run in which something throws that nobody expects to. */
final class FailedRunTest {
    private static final long FIVE_MINUTES = 300_000_000_000L;

    @TempDir
    Path out;

    private RunRequest request(DriverKind driver) {
        Path scenario = Path.of(System.getProperty("catallaxy.root", ".."), "scenarios/two-chains.conf");
        return new RunRequest(
                ScenarioReader.read(scenario, Map.of("duration", "10 m")),
                3,
                driver,
                out,
                "catallaxy run",
                "test",
                FailedRunTest.class.getClassLoader(),
                OptionalLong.empty());
    }

    private static void failAtFiveMinutes(long timeNanos) {
        if (timeNanos >= FIVE_MINUTES) {
            throw new IllegalStateException("planted");
        }
    }

    @ParameterizedTest
    @EnumSource(DriverKind.class)
    void isToldWithScenarioSeedAndTime(DriverKind driver) throws IOException {
        Throwable thrown = catchThrowable(() -> Simulation.run(request(driver), FailedRunTest::failAtFiveMinutes));
        StringWriter text = new StringWriter();
        assertThat(ErrorReport.print(new PrintWriter(text), thrown, false)).isEqualTo(1);
        try (Stream<Path> folders = Files.list(out)) {
            Path folder = folders.findFirst().orElseThrow();
            assertThat(text.toString().lines().map(String::strip))
                    .hasSize(3)
                    .anyMatch(line -> line.startsWith("error: IllegalStateException: planted"))
                    .anyMatch(line ->
                            line.matches("in two-chains, seed 3, at 00:05:00, after [\\d,]+ events of the trace"))
                    .contains("kept: catallaxy report " + folder + " shows what came before");
            assertThat(Files.readString(folder.resolve("manifest.json"))).contains("\"failed\"", "planted");
            assertThat(Shell.catallaxy("report", folder.toString()).exitCode()).isZero();
        }
    }
}
