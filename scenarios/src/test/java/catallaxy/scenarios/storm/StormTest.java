package catallaxy.scenarios.storm;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.engine.Endowment;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.scenarios.file.EveryMarket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random operations on a market that has every kind of venue: nothing is made or lost, nobody owes, and forks, restored states and
 * blocks that are taken back are what they were. How many operations the long test does is the property {@code catallaxy.operations}.
 */
final class StormTest {
    private static final int PARTICIPANTS = 6;
    private static final long SECOND = 1_000_000_000L;

    /** What a day may bring, within minutes. */
    private static final Map<String, String> FREQUENT = Map.of(
            "chains.one.reorganisations", "{ probability = 0.05, depth = 4 }",
            "chains.two.reorganisations", "{ probability = 0.02, depth = 3 }",
            "venues.options.expiry-hours", "[0.1, 0.5]",
            "world.shocks.news", "{ at = 5 m, asset = ETH, change = -0.4 }");

    @TempDir
    private Path folder;

    private EngineSpec spec;

    /** A market while it is stormed. */
    private static final class Storm {
        final MarketEngine market;
        final RandomStream random;
        final RandomDeeds deeds;
        final Map<String, long[]> seen;

        Storm(MarketEngine market, RandomStream random, Map<String, long[]> seen) {
            this.market = market;
            this.random = random;
            this.deeds = new RandomDeeds(market, random);
            this.seen = seen;
        }

        /** Sends so many commands, some of them in the same moment, and lets the market go on. */
        void rage(int commands) {
            for (int i = 0; i < commands; i++) {
                int participant = random.nextInt(PARTICIPANTS);
                market.submit(participant, deeds.next(participant));
                if (random.nextBoolean(0.2)) {
                    goOn(random.nextLong(4 * SECOND));
                }
            }
        }

        private void goOn(long nanos) {
            long until = market.timeNanos() + nanos;
            while (market.hasEventUntil(until)) {
                market.advance();
            }
        }

        void count(MarketEvent event) {
            String what = switch (event) {
                case MarketEvent.TransactionExecuted each -> each.call() + (each.succeeded() ? " done" : " reverted");
                default -> event.getClass().getSimpleName();
            };
            seen.computeIfAbsent(what, _ -> new long[1])[0]++;
        }
    }

    @BeforeEach
    void read() {
        spec = EveryMarket.spec(folder, FREQUENT).engine();
    }

    private Storm storm(long seed, Map<String, long[]> seen) {
        MarketEngine market = MarketEngine.of(spec, seed);
        List<Endowment> endowments = new ArrayList<>();
        int places = spec.chains().size() + spec.exchanges().size();
        for (int place = 0; place < places; place++) {
            for (int asset = 0; asset < spec.assets().size(); asset++) {
                int decimals = spec.assets().get(asset).decimals();
                endowments.add(new Endowment(place, asset, UInt256.parse("1" + "0".repeat(decimals + 4))));
            }
        }
        for (int i = 0; i < PARTICIPANTS; i++) {
            market.openParticipant("p" + i, endowments);
        }
        return new Storm(market, RandomStream.of(seed, "storm"), seen);
    }

    private static void requireSound(Storm storm, long seed) {
        assertThat(storm.market.checkConservation().violations())
                .as("seed %d", seed)
                .isEmpty();
    }

    @Test
    void nothingIsMadeOrLostWhateverIsDone() {
        Map<String, long[]> seen = new TreeMap<>();
        for (long seed = 1; seed <= 4; seed++) {
            Storm storm = storm(seed, seen);
            storm.market.observe(storm::count);
            for (int i = 0; i < 400; i++) {
                storm.rage(5);
                requireSound(storm, seed);
            }
        }
        assertThat(seen)
                .containsKeys(
                        "Swap done", "Swap reverted", "Batch done", "OrderFilled", "ChainReorganised", "FundsArrived");
    }

    @Test
    void aForkAndARestoredStateHaveTheFutureOfTheOriginal() {
        for (long seed = 11; seed <= 12; seed++) {
            Storm storm = storm(seed, new TreeMap<>());
            storm.rage(600);
            StateWriter out = new StateWriter();
            storm.market.save(out);
            Storm fork = new Storm(storm.market.copy(), storm.random.copy(), new TreeMap<>());
            MarketEngine fresh = storm(seed, new TreeMap<>()).market;
            Storm restored =
                    new Storm(fresh.restored(new StateReader(out.toBytes())), storm.random.copy(), new TreeMap<>());
            for (Storm each : List.of(storm, fork, restored)) {
                each.rage(600);
            }
            assertThat(List.of(digest(fork), digest(restored)))
                    .as("seed %d", seed)
                    .containsOnly(digest(storm));
            requireSound(fork, seed);
        }
    }

    private static String digest(Storm storm) {
        return storm.market.log().digest().hex();
    }

    @Test
    @Tag("long")
    void millionsOfOperationsKeepIt() {
        long operations = Long.getLong("catallaxy.operations", 2_000_000);
        int each = 20_000;
        Map<String, long[]> seen = new TreeMap<>();
        for (long seed = 101; seed < 101 + operations / each; seed++) {
            Storm storm = storm(seed, seen);
            storm.market.observe(storm::count);
            for (int done = 0; done < each; done += 1_000) {
                storm.rage(1_000);
                requireSound(storm, seed);
            }
        }
        seen.forEach((what, count) -> System.out.println(what + " " + count[0]));
    }
}
