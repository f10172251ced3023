package catallaxy.scenarios.bench;

import catallaxy.environment.market.pool.V2SwapBenchmark;
import java.util.List;

/** The benchmarks that {@code catallaxy bench} knows. */
public final class Benchmarks {
    private static final int SWAPS_PER_BLOCK = 100;

    private static final Benchmark MUL_DIV = new Benchmark(
            "mul-div",
            "floor(a b / c) of 200-bit numbers with a 512-bit product, one core",
            Measure.OPERATIONS_PER_SECOND,
            "operations/s",
            1_000_000,
            MulDivWorkload::new);

    private static final Benchmark V2_SWAP = new Benchmark(
            "v2-swap",
            "exact-input swaps on one Uniswap V2 pair with reserves near 2^111, settled in the ledger, one core",
            Measure.OPERATIONS_PER_SECOND,
            "swaps/s",
            1_000_000,
            () -> operations -> new V2SwapBenchmark(1, SWAPS_PER_BLOCK).run(operations));

    private Benchmarks() {}

    /** All of them, in the order in which they are shown. */
    public static List<Benchmark> all() {
        return List.of(V2_SWAP, MUL_DIV);
    }
}
