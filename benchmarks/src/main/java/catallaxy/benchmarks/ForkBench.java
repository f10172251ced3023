package catallaxy.benchmarks;

import catallaxy.scenarios.bench.Benchmarks;
import catallaxy.scenarios.bench.Workload;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** An independent copy of the market of two-chains after six simulated hours. */
@State(Scope.Thread)
@Fork(2)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ForkBench {
    private final Workload forks = Benchmarks.all().stream()
            .filter(benchmark -> benchmark.name().equals("fork"))
            .findFirst()
            .orElseThrow()
            .workload()
            .get();

    /** Events of the copy so far. */
    @Benchmark
    public long fork() {
        return forks.run(1);
    }
}
