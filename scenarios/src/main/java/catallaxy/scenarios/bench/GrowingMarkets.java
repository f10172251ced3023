package catallaxy.scenarios.bench;

import catallaxy.environment.market.Market;
import catallaxy.environment.market.MarketSpec;
import catallaxy.scenarios.file.ScenarioReader;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Markets of many sizes: many worlds side by side, and worlds that grow by one of their parts while the others stay. A world has a chain, an
 * exchange, on each a venue of one pair, and noise traders. Time is of the thread's processor.
 */
final class GrowingMarkets {
    /** Most worlds at a time, where memory has room for them. */
    static final int MOST_WORLDS = 10_000;

    private static final List<Integer> WORLDS = List.of(1, 10, 100, 1_000, MOST_WORLDS);
    private static final List<Integer> TIMES = List.of(1, 10, 100);
    private static final int SAMPLE = 200;
    private static final int COLLECTIONS = 5;
    private static final int TRADERS = 10;
    private static final int RATE_PER_HOUR = 60;

    private static final String PLACES = """
            quote = USD
            assets { USD { decimals = 6 }, ETH { decimals = 18 } }
            chains { main { kind = l1, block-time = 12 s } }
            exchanges { spot { latency = 1 ms } }
            world { step = 10 s, assets { ETH { kind = diffusion, initial-price = 1000, volatility-per-year = 0.3 } } }
            """;

    /** Looks every ten seconds, and lets the others go on. */
    private static final String WATCHER = """
            agents.watcher {
              role = market-maker, venue = book-0, cadence = 10 s, policy { kind = random }
              max-inventory = 10, quote-size = 1
              holdings { spot { ETH = 10, USD = 10000 } }
            }
            """;

    private GrowingMarkets() {}

    /** A world with so many pairs of venues, each with so many traders of so many orders an hour. */
    static MarketSpec world(String duration, int venues, int traders, int ratePerHour) {
        String text = PLACES + WATCHER + "duration = " + duration + "\n"
                + IntStream.range(0, venues)
                        .mapToObj(venue -> venue(venue, traders, ratePerHour))
                        .collect(Collectors.joining());
        return ScenarioReader.readText("growing.conf", text, Map.of()).market();
    }

    private static String venue(int number, int traders, int ratePerHour) {
        return """
                venues.book-%1$d { kind = book, exchange = spot, base = ETH, quote = USD, tick = 0.01, lot = 0.01 }
                venues.pool-%1$d { kind = uniswap-v2, chain = main, base = ETH, quote = USD, reserve-base = worth 1000000, reserve-quote = 1000000 }
                population.noise-%1$d { kind = noise, count = %2$d, venues = [book-%1$d, pool-%1$d], rate-per-hour = %3$d, trade-size { mean = 1000 } }
                """.formatted(number, traders, ratePerHour);
    }

    /** How time grows with the number of worlds that go on together, a minute of each in turns of ten seconds. */
    static Workload worlds() {
        MarketSpec spec = world("1 m", 1, TRADERS, RATE_PER_HOUR);
        long room = Runtime.getRuntime().maxMemory() / 2 / (long) bytesOf(spec);
        List<Integer> sizes = WORLDS.stream()
                .map(size -> (int) Math.min(size, Math.max(10, room)))
                .distinct()
                .toList();
        return new Growth(processor(), sizes, worlds -> run(spec, worlds));
    }

    /** Runs so many worlds to their end, in turns as their watchers look; a checksum of their digests. */
    static long run(MarketSpec spec, int worlds) {
        List<Market> markets = new ArrayList<>();
        for (int world = 0; world < worlds; world++) {
            markets.add(Market.of(spec, 1 + world));
        }
        long checksum = 0;
        boolean goesOn = true;
        while (goesOn) {
            goesOn = false;
            for (Market market : markets) {
                goesOn |= market.runToNextEpoch() >= 0;
            }
        }
        for (Market market : markets) {
            checksum += market.engine().log().digest().checkpoint();
        }
        return checksum;
    }

    /** How time grows with the number of participants of a world, each of whom goes on as before. */
    static Workload accounts() {
        return of(times -> world("10 m", 1, TRADERS * times, RATE_PER_HOUR));
    }

    /** How time grows with the number of a world's venues, each with as many participants as before. */
    static Workload venues() {
        return of(times -> world("10 m", times, TRADERS, RATE_PER_HOUR));
    }

    /** How time grows with the rate at which the participants of a world act. */
    static Workload rates() {
        return of(times -> world("10 m", 1, TRADERS, RATE_PER_HOUR * times));
    }

    private static Workload of(IntFunction<MarketSpec> sized) {
        Map<Integer, MarketSpec> specs = TIMES.stream().collect(Collectors.toMap(times -> times, sized::apply));
        return new Growth(processor(), TIMES, times -> run(Objects.requireNonNull(specs.get(times)), 1));
    }

    /** Bytes that one world takes, of many of its kind after its run. */
    static Workload memory() {
        MarketSpec spec = world("1 m", 1, TRADERS, RATE_PER_HOUR);
        return new Workload() {
            private double bytes = Double.NaN;

            @Override
            public long run(int operations) {
                bytes = bytesOf(spec);
                return operations;
            }

            @Override
            public double figure() {
                return bytes;
            }
        };
    }

    /** What is free once the worlds are given up, and was not before: other garbage has been collected by then. */
    private static double bytesOf(MarketSpec spec) {
        List<Market> markets = new ArrayList<>();
        for (int world = 0; world < SAMPLE; world++) {
            Market market = Market.of(spec, 1 + world);
            int due;
            do {
                due = market.runToNextEpoch();
            } while (due >= 0);
            markets.add(market);
        }
        long with = used();
        int worlds = markets.size();
        markets.clear();
        return Math.max(1, (double) (with - used()) / worlds);
    }

    /**
     * What one collection only queues for its reference handlers, the next one frees; and the serial collector leaves some garbage where it
     * lies, but for every fourth time.
     */
    private static long used() {
        for (int collection = 0; collection < COLLECTIONS; collection++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static LongSupplier processor() {
        return ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime;
    }
}
