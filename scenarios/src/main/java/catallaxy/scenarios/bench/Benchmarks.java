package catallaxy.scenarios.bench;

import catallaxy.agents.training.TrainingEnd;
import catallaxy.environment.market.book.OrderBookWorkload;
import catallaxy.environment.market.venue.stableswap.StableSwapBenchmark;
import catallaxy.environment.market.venue.uniswapv2.TransactionBenchmark;
import catallaxy.environment.market.venue.uniswapv2.V2SwapBenchmark;
import catallaxy.environment.market.venue.uniswapv3.V3SwapBenchmark;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** The benchmarks that {@code catallaxy bench} knows. */
public final class Benchmarks {
    private static final int SWAPS_PER_BLOCK = 100;
    private static final int COMMANDS = 1_000_000;
    private static final int DEEP = 1_000_000;
    private static final int TARGET_SEEDS = 3;

    private static final Benchmark MUL_DIV = new Benchmark(
            "mul-div",
            "floor(a b / c) of 200-bit numbers with a 512-bit product, one core",
            FigureKind.OPERATIONS_PER_SECOND,
            "operations/s",
            1_000_000,
            MulDivWorkload::new);

    private static final Benchmark V2_SWAP = new Benchmark(
            "v2-swap",
            "exact-input swaps on one Uniswap V2 pair, reserves near 2^111, ledger settled, time advances every "
                    + SWAPS_PER_BLOCK + " swaps, one core",
            FigureKind.OPERATIONS_PER_SECOND,
            "swaps/s",
            1_000_000,
            () -> operations -> new V2SwapBenchmark(1, SWAPS_PER_BLOCK).run(operations));

    private static final Benchmark CONCENTRATED_SWAP = new Benchmark(
            "concentrated-swap",
            "exact-input swaps that each cross one tick of a Uniswap V3 pool with 83 of them, ledger settled, time advances every "
                    + SWAPS_PER_BLOCK + " swaps, one core",
            FigureKind.OPERATIONS_PER_SECOND,
            "swaps/s",
            500_000,
            () -> operations -> new V3SwapBenchmark(1, SWAPS_PER_BLOCK).run(operations));

    private static final Benchmark STABLE_SWAP = new Benchmark(
            "stable-swap",
            "exact-input swaps on one StableSwap pool of three assets, near balance, A = 200, ledger settled, one core",
            FigureKind.OPERATIONS_PER_SECOND,
            "swaps/s",
            1_000_000,
            () -> operations -> new StableSwapBenchmark(1).run(operations));

    private static final Benchmark TRANSACTIONS = new Benchmark(
            "transactions",
            String.format(
                    Locale.ROOT,
                    "whole transactions, full blocks of %d router swaps on each of %d chains: line, mempool, block building, fees, nonces, "
                            + "revertible calls, ledger, V2 pair, digest, one core",
                    TransactionBenchmark.BLOCK,
                    TransactionBenchmark.CHAINS),
            FigureKind.OPERATIONS_PER_SECOND,
            "transactions/s",
            200_000,
            () -> operations -> new TransactionBenchmark(1).run(operations));

    private static final Benchmark ORDER_BOOK = orderBook(
            "order-book",
            "one book with 1,000 resting orders",
            COMMANDS,
            () -> OrderBookWorkload.near(1_000, COMMANDS));

    private static final Benchmark ORDER_BOOK_DEEP = orderBook(
            "order-book-deep",
            "one book with a million resting orders on about 4,600 prices",
            COMMANDS,
            () -> OrderBookWorkload.near(DEEP, COMMANDS));

    private static final Benchmark ORDER_BOOK_SCATTERED = orderBook(
            "order-book-scattered",
            "one book with a million resting orders, nearly each at a price of its own among 2^30",
            COMMANDS / 2,
            () -> OrderBookWorkload.scattered(DEEP, COMMANDS / 2));

    private static final Benchmark AGENT_DAY = new Benchmark(
            "agent-day",
            "a trading day of 6.5 hours on one book: 1,000 noise traders, 102 who know the value, 12 who follow the trend, 2 who "
                    + "quote ladders and one who works a large order, each with an account of its own",
            FigureKind.SECONDS_PER_OPERATION,
            "s",
            1,
            BookMarkets::agentDays);

    private static final Benchmark BOOK_ENVIRONMENT = bookEnvironment("book-environment", 1, 2, 40_000);
    private static final Benchmark BOOK_ENVIRONMENT_BUSY =
            bookEnvironment("book-environment-100-messages", 100, 2, 4_000);
    private static final Benchmark BOOK_ENVIRONMENT_CROWDED =
            bookEnvironment("book-environment-20-agents", 1, 20, 4_000);

    private static final Benchmark DAY_BATCHED = new Benchmark(
            "day-batch",
            "one simulated day of two-chains with its four agents, batch driver, without recording",
            FigureKind.SECONDS_PER_OPERATION,
            "s",
            1,
            MarketWorkloads::dayBatched);

    private static final Benchmark DAY_WITH_ACTORS = new Benchmark(
            "day-actors",
            "the same day with the agents as typed actors",
            FigureKind.SECONDS_PER_OPERATION,
            "s",
            1,
            MarketWorkloads::dayWithActors);

    private static final Benchmark FORK = new Benchmark(
            "fork",
            "independent copies of the market of two-chains after six simulated hours",
            FigureKind.MICROSECONDS_PER_OPERATION,
            "µs",
            10_000,
            MarketWorkloads::forks);

    private static final Benchmark FORK_LEDGER = new Benchmark(
            "fork-ledger",
            String.format(
                    Locale.ROOT,
                    "independent copies of a ledger of %,d accounts and %d assets, %,d balances held",
                    LedgerWorkload.ACCOUNTS,
                    LedgerWorkload.ASSETS,
                    LedgerWorkload.HELD),
            FigureKind.MICROSECONDS_PER_OPERATION,
            "µs",
            10_000,
            LedgerWorkload::new);

    private static final Benchmark MARKET_MAKING = new Benchmark(
            "cartea-jaimungal-environment",
            "steps of one world of the market-making problem, constant quotes, one core",
            FigureKind.OPERATIONS_PER_SECOND,
            "steps/s",
            4_000_000,
            () -> LearningWorkloads.marketMaking(1));

    private static final Benchmark MARKET_MAKING_BATCHED = new Benchmark(
            "cartea-jaimungal-environment-batched",
            "steps of " + LearningWorkloads.WORLDS + " worlds of it together, one core",
            FigureKind.OPERATIONS_PER_SECOND,
            "steps/s",
            LearningWorkloads.WORLDS * 2_500,
            () -> LearningWorkloads.marketMaking(LearningWorkloads.WORLDS));

    private static final Benchmark INFERENCE = network("network-inference-1-thread", "answers of", 1);
    private static final Benchmark INFERENCE_THREADED = network("network-inference-2-threads", "answers of", 2);
    private static final Benchmark FITTING = network("network-training-1-thread", "Adam steps of", 1);
    private static final Benchmark FITTING_THREADED = network("network-training-2-threads", "Adam steps of", 2);

    private static final Benchmark PPO_MARKET_MAKING = new Benchmark(
            "ppo-cartea-jaimungal",
            "1,011,200 steps of PPO, 79 rollouts, in solved/cartea-jaimungal as shipped: acting, worlds and learning, one "
                    + "thread",
            FigureKind.SECONDS_PER_OPERATION,
            "s",
            1,
            () -> LearningWorkloads.training(
                    "cartea-jaimungal",
                    Map.of("training.steps", "1011200", "training.evaluation-episodes", "0"),
                    TrainingEnd.STEPS));

    private static final Benchmark PPO_CART_POLE = new Benchmark(
            "ppo-cart-pole",
            "PPO in solved/cart-pole, as shipped but for three times the steps, until the mean return of 100 episodes is 475, "
                    + "one thread; mean of the seeds "
                    + "1 to " + TARGET_SEEDS,
            FigureKind.SECONDS_PER_OPERATION,
            "s",
            TARGET_SEEDS,
            () -> LearningWorkloads.training(
                    "cart-pole",
                    Map.of(
                            "training.steps", "300000",
                            "training.target-rollout", "475",
                            "training.evaluation-episodes", "0"),
                    TrainingEnd.TARGET));

    private static final Benchmark ES_CART_POLE = new Benchmark(
            "es-cart-pole",
            "environment steps of openai-es on cart-pole from its first generation on, networks of "
                    + EvolutionWorkload.HIDDEN + " hidden units, " + EvolutionWorkload.THREADS + " threads",
            FigureKind.OPERATIONS_PER_SECOND,
            "steps/s",
            2_000_000,
            EvolutionWorkload::new);

    private Benchmarks() {}

    private static Benchmark orderBook(String name, String book, int commands, Supplier<OrderBookWorkload> traffic) {
        return new Benchmark(
                name,
                "commands on " + book + ": 9 % new, 3 % IOC, 6 % cancel, 82 % move, one core",
                FigureKind.OPERATIONS_PER_SECOND,
                "commands/s",
                commands,
                () -> new BookTraffic(traffic.get()));
    }

    private static Benchmark bookEnvironment(String name, int messages, int agents, int steps) {
        return new Benchmark(
                name,
                String.format(
                        Locale.ROOT,
                        "steps of the learning environment on one book, %d background messages and %d market makers that act at random a "
                                + "step, in %d worlds on a core each",
                        messages,
                        agents,
                        BookMarkets.WORLDS),
                FigureKind.OPERATIONS_PER_SECOND,
                "steps/s",
                steps,
                () -> BookMarkets.environments(messages, agents));
    }

    private static Benchmark network(String name, String what, int threads) {
        return new Benchmark(
                name,
                what + " a 32-64-64-8 network with ReLU in batches of " + LearningWorkloads.BATCH,
                FigureKind.OPERATIONS_PER_SECOND,
                "rows/s",
                LearningWorkloads.BATCH * 250,
                () -> name.startsWith("network-inference")
                        ? LearningWorkloads.inference(threads)
                        : LearningWorkloads.fitting(threads));
    }

    /** All of them, in the order in which they are shown. */
    public static List<Benchmark> all() {
        return List.of(
                ORDER_BOOK,
                ORDER_BOOK_DEEP,
                ORDER_BOOK_SCATTERED,
                V2_SWAP,
                STABLE_SWAP,
                CONCENTRATED_SWAP,
                TRANSACTIONS,
                MUL_DIV,
                FORK,
                FORK_LEDGER,
                DAY_BATCHED,
                DAY_WITH_ACTORS,
                AGENT_DAY,
                BOOK_ENVIRONMENT,
                BOOK_ENVIRONMENT_BUSY,
                BOOK_ENVIRONMENT_CROWDED,
                GrowthBenchmarks.MEMORY,
                GrowthBenchmarks.WORLDS,
                GrowthBenchmarks.ACCOUNTS,
                GrowthBenchmarks.VENUES,
                GrowthBenchmarks.RATE,
                SearchBenchmarks.CONNECT_FOUR,
                SearchBenchmarks.TIC_TAC_TOE,
                FrontBenchmark.NSGA2_ZDT1,
                PlanningBenchmarks.DECISIONS,
                PlanningBenchmarks.FORKS,
                RoutingBenchmarks.CYCLES,
                RoutingBenchmarks.BOUND,
                MARKET_MAKING,
                MARKET_MAKING_BATCHED,
                INFERENCE,
                INFERENCE_THREADED,
                FITTING,
                FITTING_THREADED,
                PPO_MARKET_MAKING,
                PPO_CART_POLE,
                ES_CART_POLE);
    }
}
