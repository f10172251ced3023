package catallaxy.scenarios.bench;

import catallaxy.agents.driver.BatchDriver;
import catallaxy.environment.market.MarketEnvironment;
import catallaxy.environment.market.MarketSpec;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Markets of one order book and those who trade on it, by name and as scenario texts, without recording. */
final class BookMarkets {
    /** Cores that a learning environment is measured on, a world each. */
    static final int WORLDS = 2;

    private static final int SECONDS_PER_HOUR = 3_600;

    private static final String BOOK = """
            quote = USD
            assets { USD { decimals = 6 }, COIN { decimals = 8 } }
            venues { book { kind = book, exchange = spot, base = COIN, quote = USD, tick = 0.01, lot = 0.01 } }
            world { assets { COIN { kind = diffusion, initial-price = 1000, volatility-per-year = 0.3 } } }
            """;

    private static final String FLOW = """
            exchanges { spot { latency = 0 s } }
            world.step = 1 h
            population.flow { kind = noise, venues = [book], limit-share = 0.7, trade-size { mean = 1000, log-standard-deviation = 1 } }
            """;

    private static final String MAKER = """
             {
              role = market-maker, venue = book, cadence = 1 s, policy { kind = random }
              max-inventory = 1000, quote-size = 1, max-offset-bps = 50, inventory-penalty = 0
              holdings { spot { COIN = 10000, USD = 10000000 } }
            }
            """;

    /**
     * The day's traders. A noise trader sends one order in the mean, one who knows the value 300 an hour, and a ladder is renewed
     * every five seconds; who works a large order sends a market order a minute.
     */
    private static final String TRADERS = """
            exchanges { spot { latency = 1 ms } }
            population {
              noise { count = 1000, kind = noise, venues = [book], rate-per-hour = 0.154, capital = 1000000, trade-size { mean = 2000 } }
              value { count = 102, kind = fundamental, venues = [book], rate-per-hour = 300, threshold-bps = 1, trade-size { mean = 2000 } }
              momentum { count = 12, kind = momentum, venues = [book], rate-per-hour = 97, lookback = 10 m, threshold-bps = 2 }
              ladder { count = 2, kind = book-provider, venues = [book], levels = 15, half-spread-bps = 2, step-bps = 1, level-size = 10000, refresh = 5 s }
              slices { kind = noise, venues = [book], rate-per-hour = 60, limit-share = 0, trade-size { mean = 20000 } }
            }
            """;

    private BookMarkets() {}

    /** A day with 1,117 traders. */
    static MarketSpec agentDay(String duration) {
        return read("duration = " + duration, BOOK, TRADERS).market();
    }

    /** A book on which makers act at random once a second, beside so many messages of others a second. */
    static Scenario environment(int messages, int makers, int seconds) {
        return read(
                "duration = " + seconds + " s",
                BOOK,
                FLOW,
                "population.flow.rate-per-hour = " + messages * SECONDS_PER_HOUR,
                IntStream.range(0, makers)
                        .mapToObj(maker -> "agents.maker-" + maker + MAKER)
                        .collect(Collectors.joining()));
    }

    private static Scenario read(String... parts) {
        return ScenarioReader.readText("book.conf", String.join("\n", parts), Map.of());
    }

    /** Whole days of 1,117 traders. */
    static Workload agentDays() {
        MarketSpec day = agentDay("390 m");
        return operations -> IntStream.range(0, operations)
                .mapToLong(number -> run(day, 1 + number))
                .sum();
    }

    private static long run(MarketSpec market, long seed) {
        MarketEnvironment environment = new MarketEnvironment(market);
        environment.reset(seed);
        return Long.parseUnsignedLong(environment.digest().substring(0, 16), 16);
    }

    /** Steps of the learning environment, as many in each of the worlds, which run side by side. */
    static Workload environments(int messages, int makers) {
        return operations -> {
            Scenario scenario = environment(messages, makers, Math.ceilDiv(operations, WORLDS));
            return IntStream.range(0, WORLDS)
                    .parallel()
                    .mapToLong(world -> MarketWorkloads.run(
                            scenario, 1 + world, new BatchDriver(), new MarketEnvironment(scenario.market())))
                    .sum();
        };
    }
}
