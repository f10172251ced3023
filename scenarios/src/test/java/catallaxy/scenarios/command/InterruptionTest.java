package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.scenarios.UserError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InterruptionTest {
    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();

    @Test
    void withoutASignalTheWorkIsWhatItIs() {
        try (Interruption none = Interruption.inOrder(new PrintWriter(said), 1)) {
            assertThat(none.requested()).isFalse();
            assertThat(none.guarded(() -> 7, false)).isEqualTo(7);
            assertThatThrownBy(() -> none.guarded(
                            () -> {
                                throw UserError.failed("as it is");
                            },
                            false))
                    .hasMessage("as it is");
            assertThat(none.requested()).isFalse();
        }
        assertThat(said.toString()).isEmpty();
    }

    @Test
    void workCanBeAskedToStopWithoutASignal() {
        try (Interruption asked = Interruption.inOrder(new PrintWriter(said), 1)) {
            asked.request();
            assertThat(asked.requested()).isTrue();
            assertThat(asked.guarded(() -> 3, false)).isEqualTo(3);
        }
        assertThat(said.toString()).isEmpty();
    }

    /** Work, what it says and what it exits with. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    at-once     | 3 | error: interrupted: nothing was written
                    orderly     | 3 | error: interrupted/       kept: all of it
                    begins      | 3 | error: stopped
                    nearly-done | 0 | ''
                    broken      | 1 | error: cannot write
                    stubborn    | 3 | error: interrupted, and not at a place to stop within 1 s: kept is what was written before
                    """)
    void aSignalEndsWorkWithOneMessageAndItsCode(String kind, int code, String message) throws Exception {
        Process process = started(kind);
        try {
            assertThat(process.toHandle().destroy()).isTrue();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(err.strip().replace("\n", "/")).isEqualTo(message);
            assertThat(process.exitValue()).isEqualTo(code);
        } finally {
            process.destroyForcibly();
        }
    }

    /** A process that is at its work. */
    private Process started(String kind) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + folder,
                        "-Dcatallaxy.root=" + System.getProperty("catallaxy.root"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SignalledWork.class.getName(),
                        kind)
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        assertThat(out.readLine()).isEqualTo("at work");
        return process;
    }
}
