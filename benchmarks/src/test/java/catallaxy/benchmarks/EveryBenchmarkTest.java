package catallaxy.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Each benchmark runs, for a moment and in this JVM: its figures say nothing. */
final class EveryBenchmarkTest {
    private static Collection<RunResult> run(String pattern) throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .include(pattern)
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .measurementTime(TimeValue.milliseconds(20))
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
    }

    @Test
    void runsAndHasAFigure() throws RunnerException {
        Collection<RunResult> results = run("^catallaxy\\.benchmarks\\.");
        assertThat(results.stream()
                        .map(result -> result.getParams().getBenchmark().replaceAll("^.*\\.(\\w+)\\.\\w+$", "$1")))
                .contains(
                        "EventQueueBench",
                        "ForkBench",
                        "LedgerBench",
                        "OrderBookBench",
                        "PolicyBench",
                        "UInt256Bench",
                        "V2SwapBench");
        assertThat(results)
                .allSatisfy(result ->
                        assertThat(result.getPrimaryResult().getScore()).isPositive());
    }

    @Test
    void nothingRunsUnderAnUnknownName() {
        assertThatThrownBy(() -> run("NoSuchBench")).isInstanceOf(RunnerException.class);
    }
}
