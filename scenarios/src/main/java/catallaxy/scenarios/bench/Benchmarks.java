package catallaxy.scenarios.bench;

import java.util.List;

/** The benchmarks that {@code catallaxy bench} knows. */
public final class Benchmarks {
    private static final List<Benchmark> ALL = List.of(new Benchmark(
            "mul-div",
            "floor(a b / c) of 200-bit numbers with a 512-bit product, one core",
            Measure.OPERATIONS_PER_SECOND,
            "operations/s",
            1_000_000,
            MulDivWorkload::new));

    private Benchmarks() {}

    /** All of them, in the order in which they are shown. */
    public static List<Benchmark> all() {
        return ALL;
    }
}
