package catallaxy.scenarios.bench;

import catallaxy.environment.market.book.OrderBookWorkload;
import catallaxy.environment.market.pool.V2SwapBenchmark;
import java.util.List;

/** The benchmarks that {@code catallaxy bench} knows. */
public final class Benchmarks {
    private static final int SWAPS_PER_BLOCK = 100;
    private static final int COMMANDS = 1_000_000;

    private static final Benchmark MUL_DIV = new Benchmark(
            "mul-div",
            "floor(a b / c) of 200-bit numbers with a 512-bit product, one core",
            Measure.OPERATIONS_PER_SECOND,
            "operations/s",
            1_000_000,
            MulDivWorkload::new);

    private static final Benchmark V2_SWAP = new Benchmark(
            "v2-swap",
            "exact-input swaps on one Uniswap V2 pair, reserves near 2^111, ledger settled, time advances every "
                    + SWAPS_PER_BLOCK + " swaps, one core",
            Measure.OPERATIONS_PER_SECOND,
            "swaps/s",
            1_000_000,
            () -> operations -> new V2SwapBenchmark(1, SWAPS_PER_BLOCK).run(operations));

    private static final Benchmark ORDER_BOOK = new Benchmark(
            "order-book",
            "commands on one book with 1,000 resting orders: 9 % new, 3 % IOC, 6 % cancel, 82 % move, one core",
            Measure.OPERATIONS_PER_SECOND,
            "commands/s",
            COMMANDS,
            () -> new OrderBookWorkload(COMMANDS)::run);

    private static final Benchmark DAY_BATCHED = new Benchmark(
            "day-batch",
            "one simulated day of two-chains with its four agents, batch driver, without recording",
            Measure.SECONDS_PER_OPERATION,
            "s",
            1,
            MarketWorkloads::dayBatched);

    private static final Benchmark DAY_WITH_ACTORS = new Benchmark(
            "day-actors",
            "the same day with the agents as typed actors",
            Measure.SECONDS_PER_OPERATION,
            "s",
            1,
            MarketWorkloads::dayWithActors);

    private static final Benchmark FORK = new Benchmark(
            "fork",
            "independent copies of the market of two-chains after six simulated hours",
            Measure.MICROSECONDS_PER_OPERATION,
            "µs",
            10_000,
            MarketWorkloads::forks);

    private Benchmarks() {}

    /** All of them, in the order in which they are shown. */
    public static List<Benchmark> all() {
        return List.of(ORDER_BOOK, V2_SWAP, MUL_DIV, FORK, DAY_BATCHED, DAY_WITH_ACTORS);
    }
}
