package catallaxy.scenarios.bench;

import java.util.function.Supplier;

/** The benchmarks of how time and memory grow with markets. */
final class GrowthBenchmarks {
    static final Benchmark MEMORY = new Benchmark(
            "growth-memory",
            "bytes that a world of a chain, an exchange, a pool, a book and ten traders takes after a minute, of 200 of them",
            FigureKind.OWN,
            "bytes",
            1,
            GrowingMarkets::memory);

    static final Benchmark WORLDS = growth(
            "growth-worlds",
            "with the number of such worlds, made and run for a minute in turns of ten seconds, 1 to 10,000 or as many as half of the "
                    + "memory has room for",
            GrowingMarkets::worlds);
    static final Benchmark ACCOUNTS = growth(
            "growth-accounts", "with a world's participants, 10 to 1,000, in ten minutes", GrowingMarkets::accounts);
    static final Benchmark VENUES = growth(
            "growth-venues",
            "with a world's venues, 2 to 200 with ten participants for two, in ten minutes",
            GrowingMarkets::venues);
    static final Benchmark RATE = growth(
            "growth-rate",
            "with the rate at which ten participants act, 60 to 6,000 an hour each, in ten minutes",
            GrowingMarkets::rates);

    private GrowthBenchmarks() {}

    private static Benchmark growth(String name, String what, Supplier<Workload> workload) {
        return new Benchmark(
                name,
                "how processor time grows " + what + ": largest slope between neighbouring sizes on a log-log scale",
                FigureKind.OWN,
                "exponent",
                1,
                workload);
    }
}
