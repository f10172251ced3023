package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.scenarios.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code bench --jmh} with a module that was built from a JMH that measures nothing: it says its arguments, or fails for the ledger. */
class JmhBenchTest {
    private static final String JMH = """
            package org.openjdk.jmh;
            public final class Main {
                public static void main(String[] arguments) throws java.io.IOException {
                    System.out.println("given " + String.join(" ", arguments));
                    if (arguments[0].contains("Ledger")) {
                        System.out.println("<failure>\\n\\njava.lang.NoSuchMethodError: Ledger.copy\\n\\tat LedgerBench");
                        System.exit(1);
                    }
                    String figures = \"""
                            [{"benchmark": "catallaxy.benchmarks.OrderBookBench.command", "params": {"orders": "1000"},
                              "primaryMetric": {"score": 45.5, "scoreError": "NaN", "scoreUnit": "ns/op"}}]
                            \""";
                    java.nio.file.Files.writeString(java.nio.file.Path.of(arguments[arguments.length - 1]), figures);
                }
            }
            """;

    @TempDir
    Path root;

    private Path classes;

    @BeforeEach
    void build() throws IOException {
        classes = Files.createDirectories(root.resolve("benchmarks/target/classes"));
        Files.createDirectories(root.resolve("benchmarks/target/lib"));
        Path measured = Files.createDirectories(classes.resolve("catallaxy/benchmarks"));
        for (String file : List.of("LedgerBench.class", "OrderBookBench.class", "Numbers.class")) {
            Files.createFile(measured.resolve(file));
        }
        Path source = Files.writeString(root.resolve("Main.java"), JMH);
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-proc:none", "-d", classes.toString(), source.toString()))
                .isZero();
    }

    private Shell.Outcome bench(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Dcatallaxy.root=" + root, "-XX:AOTCache=" + root.resolve("no.aot"), "-Xlog:aot*=off"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), "bench", "--jmh"));
        command.addAll(List.of(arguments));
        Path out = root.resolve("out");
        Path err = root.resolve("err");
        int code = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        return new Shell.Outcome(code, Files.readString(out), Files.readString(err));
    }

    @Test
    void jmhMeasuresWhatIsNamed() throws IOException, InterruptedException {
        Shell.Outcome outcome = bench("order-book", "--rounds", "3", "--warm-up", "0.5");
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.err())
                .contains(
                        "given ^catallaxy\\.benchmarks\\.(OrderBookBench)\\. -foe true -i 3 -r 1s -wi 1 -w 500ms -rf json");
        assertThat(outcome.out().lines().limit(2))
                .containsExactly(
                        "benchmark   operation  on             mean  ± 99.9 %  unit",
                        "order-book  command    orders=1000  45.500         -  ns/op");
    }

    @Test
    void figuresAreJsonToo() throws IOException, InterruptedException {
        Shell.Outcome outcome = bench("order-book", "--quiet", "--json", "--warm-up", "0");
        assertThat(outcome.err()).isEmpty();
        Map<String, ?> json = JsonText.read(outcome.lastLine());
        assertThat(json).containsOnlyKeys("jmh", "machine");
        assertThat(outcome.lastLine())
                .contains("\"benchmark\":\"order-book\"", "\"orders\":\"1000\"", "\"score\":45.5", "\"error\":null");
    }

    @Test
    void aBenchmarkThatFailsIsToldInOneMessageWithItsCause() throws IOException, InterruptedException {
        Shell.Outcome outcome = bench("--quiet");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err().lines())
                .containsExactly(
                        "error: JMH ended with 1: java.lang.NoSuchMethodError: Ledger.copy",
                        "       if the program has changed since the JMH benchmarks were built: " + JmhModule.BUILD);
    }

    @Test
    void whatIsNotBuiltIsToldWithTheCommandThatBuildsIt() throws IOException, InterruptedException {
        Files.delete(root.resolve("benchmarks/target/lib"));
        Shell.Outcome outcome = bench();
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err().lines())
                .containsExactly("error: the JMH benchmarks are not built; in " + root + ": " + JmhModule.BUILD);
    }

    @Test
    void unknownNamesAreToldWithThoseThatThereAre() throws IOException, InterruptedException {
        Shell.Outcome outcome = bench("ledgr");
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err().lines())
                .containsExactly(
                        "error: unknown JMH benchmark: ledgr; did you mean ledger?",
                        "       there are: ledger, order-book");
    }

    @Test
    void figuresOutOfRangeAreToldBeforeAnythingIsMeasured() throws IOException, InterruptedException {
        Shell.Outcome outcome = bench("--rounds", "0");
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err().lines()).containsExactly("error: --rounds: expected 1 to 10000, found 0");
    }

    @ParameterizedTest
    @CsvSource({"OrderBookBench, order-book", "UInt256Bench, uint256", "V2SwapBench, v2-swap", "ForkBench, fork"})
    void classesHaveTheNamesOfTheirNouns(String type, String name) {
        assertThat(JmhModule.name(type)).isEqualTo(name);
    }
}
