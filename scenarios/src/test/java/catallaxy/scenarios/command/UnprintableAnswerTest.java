package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Standard output that takes nothing, such as of a full disk. */
final class UnprintableAnswerTest {
    @TempDir
    static Path out;

    private static final class Full extends Writer {
        @Override
        public void write(char[] text, int from, int length) throws IOException {
            throw new IOException("No space left on device");
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    static Stream<List<String>> answering() {
        return Stream.of(
                List.of("--help"),
                List.of("--version"),
                List.of("run", "--help"),
                List.of("list", "scenarios"),
                List.of("list", "agents", "--json"),
                List.of("describe", "two-chains"),
                List.of("validate", "two-chains"),
                List.of("doctor"),
                List.of("doctor", "--json"),
                List.of("jdk"),
                List.of("completion", "bash"),
                List.of("bench", "mul-div", "--rounds", "1", "--warm-up", "0", "--json"),
                List.of("run", "two-chains", "duration=1 m", "--no-report", "--out", out.toString(), "--json"),
                List.of("run", "two-chains", "duration=1 m", "--no-report", "--out", out.toString()));
    }

    @ParameterizedTest
    @MethodSource("answering")
    void isAFailureWithOneMessage(List<String> command) {
        StringWriter err = new StringWriter();
        int code = Catallaxy.commandLine(new PrintWriter(new Full()), new PrintWriter(err))
                .execute(command.toArray(String[]::new));
        assertThat(code).isEqualTo(1);
        assertThat(err.toString().lines().filter(line -> line.startsWith("error: ")))
                .containsExactly("error: cannot write the answer: standard output is full or closed");
        assertThat(err.toString()).doesNotContain("\tat ");
    }

    @Test
    void doesNotHideAnotherError() {
        StringWriter err = new StringWriter();
        int code = Catallaxy.commandLine(new PrintWriter(new Full()), new PrintWriter(err))
                .execute("validate", "no-such-scenario");
        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("no-such-scenario").doesNotContain("standard output");
    }
}
