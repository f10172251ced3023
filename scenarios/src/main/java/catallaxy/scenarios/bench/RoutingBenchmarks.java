package catallaxy.scenarios.bench;

import catallaxy.environment.market.arbitrage.CycleWorkload;

/** The benchmarks of arbitrage over several pools. */
final class RoutingBenchmarks {
    private static final int MARKETS = 64;

    static final Benchmark CYCLES = new Benchmark(
            "cycles",
            "decisions over eight random pools of four assets: all cycles to four legs that gain, each sized to the base unit, one core",
            FigureKind.OPERATIONS_PER_SECOND,
            "decisions/s",
            1_000,
            () -> new CycleWorkload(1, MARKETS)::decide);

    static final Benchmark BOUND = new Benchmark(
            "routing-bound",
            "convex bounds of what all routes over eight random pools of four assets gain, one core",
            FigureKind.OPERATIONS_PER_SECOND,
            "bounds/s",
            500,
            () -> new CycleWorkload(1, MARKETS)::bound);

    private RoutingBenchmarks() {}
}
