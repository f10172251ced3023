package catallaxy.benchmarks;

import catallaxy.environment.market.venue.uniswapv2.V2SwapBenchmark;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One exact-input swap on a Uniswap V2 pair with reserves near 2^111, settled in the ledger. */
@State(Scope.Thread)
@Fork(2)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class V2SwapBench {
    private static final int SWAPS_PER_BLOCK = 100;

    private final V2SwapBenchmark pair = new V2SwapBenchmark(1, SWAPS_PER_BLOCK);

    /** A number that depends on all swaps so far. */
    @Benchmark
    public long swap() {
        return pair.run(1);
    }
}
