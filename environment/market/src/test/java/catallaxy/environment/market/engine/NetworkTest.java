package catallaxy.environment.market.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.exchange.ExchangeSpec;
import catallaxy.environment.market.kernel.EventQueue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkTest {
    private static final long MILLI = 1_000_000L;
    private static final long SECOND = 1_000_000_000L;
    private static final int DRAWS = 20_000;
    private static final MarketCommand ANY = new MarketCommand.CancelAllOrders(TestMarket.ETH_BOOK);

    /** The test market with another latency of its exchange; nobody is connected yet. */
    private static Network network(long seed, long latencyNanos, double jitter) {
        return new Network(spec(latencyNanos, jitter), seed);
    }

    private static EngineSpec spec(long latencyNanos, double jitter) {
        EngineSpec spec = TestMarket.spec();
        ExchangeSpec spot = spec.exchanges().getFirst();
        ExchangeSpec other = new ExchangeSpec(
                spot.id(),
                spot.makerFeePips(),
                spot.takerFeePips(),
                latencyNanos,
                jitter,
                spot.depositConfirmations(),
                spot.withdrawalDelayNanos());
        return new EngineSpec(
                spec.assets(),
                spec.quoteAsset(),
                spec.chains(),
                List.of(other),
                spec.venues(),
                spec.bridges(),
                spec.world());
    }

    /** One-way delays of messages that are sent so far apart that none waits for another. */
    private static double[] delays(Network network, int participant, int place, int count) {
        double[] delays = new double[count];
        for (int i = 0; i < count; i++) {
            long now = (i + 1L) * 3_600 * SECOND;
            delays[i] = network.send(participant, place, now, ANY).arrivalNanos() - now;
            network.connection(participant, place).take();
        }
        return delays;
    }

    /** Largest distance between the empirical distribution of sorted delays and {@code 1 − exp(−(d − floor) / mean)}. */
    private static double kolmogorovSmirnov(double[] delays, double floor, double mean) {
        double[] sorted = delays.clone();
        Arrays.sort(sorted);
        double worst = 0;
        for (int i = 0; i < sorted.length; i++) {
            double law = 1 - Math.exp(-(sorted[i] - floor) / mean);
            worst = Math.max(worst, Math.max(law - (double) i / sorted.length, (i + 1.0) / sorted.length - law));
        }
        return worst;
    }

    @Test
    void delaysFollowTheirLawOnExchangesAndChains() {
        double critical = 1.95 / Math.sqrt(DRAWS);
        Network network = network(3, 20 * MILLI, 0.25);
        network.open("near", new Line(0, 0));
        network.open("far", new Line(30 * MILLI, 0));
        ChainSpec mainnet = TestMarket.spec().chains().get(TestMarket.MAINNET);
        double near = kolmogorovSmirnov(delays(network, 0, TestMarket.SPOT, DRAWS), 20 * MILLI, 5 * MILLI);
        double far = kolmogorovSmirnov(delays(network, 1, TestMarket.SPOT, DRAWS), 50 * MILLI, 12.5 * MILLI);
        double chain = kolmogorovSmirnov(
                delays(network, 0, TestMarket.MAINNET, DRAWS),
                (double) mainnet.mempool().propagationNanos(),
                (double) mainnet.mempool().propagationNanos()
                        * mainnet.mempool().propagationJitter());
        assertThat(List.of(near, far, chain))
                .allSatisfy(distance -> assertThat(distance).isLessThan(critical));
        double wrong = kolmogorovSmirnov(delays(network, 0, TestMarket.SPOT, DRAWS), 20 * MILLI, 5.5 * MILLI);
        assertThat(wrong).as("a mean that is a tenth too long").isGreaterThan(critical);
    }

    @Test
    void anOwnLinesJitterComesOnTopOfThePlaces() {
        double critical = 1.95 / Math.sqrt(DRAWS);
        Network network = network(3, 20 * MILLI, 0.25);
        network.open("steady", new Line(0, 0));
        network.open("shaky", new Line(30 * MILLI, 0.5));
        double shaky = kolmogorovSmirnov(delays(network, 1, TestMarket.SPOT, DRAWS), 50 * MILLI, 37.5 * MILLI);
        assertThat(shaky).isLessThan(critical);
        assertThat(network.meanDelayNanos(1, TestMarket.SPOT)).isEqualTo(87_500_000L);
        assertThat(network.meanDelayNanos(0, TestMarket.SPOT)).isEqualTo(25 * MILLI);
        StateWriter out = new StateWriter();
        network.save(out);
        Network restored = Network.load(new StateReader(out.toBytes()), spec(20 * MILLI, 0.25), in -> {
            throw new AssertionError("nothing is on its way");
        });
        assertThat(delays(restored, 1, TestMarket.SPOT, 50)).isEqualTo(delays(network, 1, TestMarket.SPOT, 50));
    }

    @Test
    void theMeanDelayIsTheMeanOfTheDelays() {
        Network network = network(4, 20 * MILLI, 0.5);
        network.open("p", new Line(10 * MILLI, 0));
        double mean = Arrays.stream(delays(network, 0, TestMarket.SPOT, DRAWS))
                .average()
                .orElseThrow();
        double standardError = 15 * MILLI / Math.sqrt(DRAWS);
        assertThat(network.meanDelayNanos(0, TestMarket.SPOT)).isEqualTo(45 * MILLI);
        assertThat(mean).isCloseTo(45 * MILLI, within(4 * standardError));
    }

    @Test
    void theShorterLineComesFirstAsOftenAsTheLawSays() {
        double f = 20 * MILLI;
        double g = 22 * MILLI;
        double jitter = 0.2;
        Network network = network(5, 20 * MILLI, jitter);
        network.open("near", new Line(0, 0));
        network.open("far", new Line(2 * MILLI, 0));
        double[] near = delays(network, 0, TestMarket.SPOT, DRAWS);
        double[] far = delays(network, 1, TestMarket.SPOT, DRAWS);
        int farFirst = 0;
        for (int i = 0; i < DRAWS; i++) {
            farFirst += far[i] < near[i] ? 1 : 0;
        }
        double expected = f / (f + g) * Math.exp(-(g - f) / (jitter * f));
        double standardError = Math.sqrt(expected * (1 - expected) / DRAWS);
        assertThat((double) farFirst / DRAWS).isCloseTo(expected, within(4 * standardError));
    }

    @Test
    void withoutJitterOrLatencyTheDelayIsExact() {
        Network still = network(6, 20 * MILLI, 0);
        still.open("p", new Line(3, 0));
        assertThat(delays(still, 0, TestMarket.SPOT, 100)).containsOnly(20 * MILLI + 3);
        Network none = network(6, 0, 10);
        none.open("p", new Line(0, 0));
        assertThat(delays(none, 0, TestMarket.SPOT, 100)).containsOnly(0);
    }

    @Test
    void nothingOvertakesWhatTheSameParticipantSentBefore() {
        for (long seed = 1; seed <= 30; seed++) {
            Network network = network(seed, 20 * MILLI, 5);
            network.open("p", new Line(0, 0));
            RandomStream pauses = RandomStream.of(seed, "test/pauses");
            long now = 0;
            long latest = 0;
            int waited = 0;
            for (int i = 0; i < 500; i++) {
                now += pauses.nextInt((int) (10 * MILLI));
                long arrival = network.send(0, TestMarket.SPOT, now, order(i)).arrivalNanos();
                assertThat(arrival).as("seed %d, message %d", seed, i).isGreaterThanOrEqualTo(latest);
                waited += arrival == latest ? 1 : 0;
                latest = arrival;
            }
            assertThat(waited).as("messages that waited for the one before").isGreaterThan(50);
            for (int i = 0; i < 500; i++) {
                assertThat(network.connection(0, TestMarket.SPOT).take()).isEqualTo(order(i));
            }
        }
    }

    private static MarketCommand order(long id) {
        return new MarketCommand.CancelOrder(TestMarket.ETH_BOOK, id);
    }

    @Test
    void whatIsSentAtOneMomentArrivesTogetherAndAtEachPlaceByItself() {
        Network network = network(7, 20 * MILLI, 1);
        network.open("p", new Line(0, 0));
        for (long now = SECOND; now < 200 * SECOND; now += SECOND) {
            Connection spot = network.send(0, TestMarket.SPOT, now, ANY);
            long arrival = spot.arrivalNanos();
            int lot = spot.tie();
            network.send(0, TestMarket.SPOT, now, ANY);
            assertThat(spot.arrivalNanos()).isEqualTo(arrival);
            assertThat(spot.tie()).isEqualTo(lot);
            assertThat(network.send(0, TestMarket.ROLLUP, now, ANY).arrivalNanos() - now)
                    .isNotEqualTo(arrival - now);
        }
    }

    @Test
    void anotherParticipantChangesNobodysDelaysAndAnotherNameOrSeedDoes() {
        Network alone = network(8, 20 * MILLI, 0.1);
        alone.open("p", new Line(0, 0));
        Network crowded = network(8, 20 * MILLI, 0.1);
        crowded.open("a", new Line(0, 0));
        crowded.open("p", new Line(0, 0));
        delays(crowded, 0, TestMarket.SPOT, 77);
        double[] own = delays(alone, 0, TestMarket.SPOT, 50);
        assertThat(delays(crowded, 1, TestMarket.SPOT, 50)).isEqualTo(own);
        Network renamed = network(8, 20 * MILLI, 0.1);
        renamed.open("q", new Line(0, 0));
        assertThat(delays(renamed, 0, TestMarket.SPOT, 50)).isNotEqualTo(own);
        Network reseeded = network(9, 20 * MILLI, 0.1);
        reseeded.open("p", new Line(0, 0));
        assertThat(delays(reseeded, 0, TestMarket.SPOT, 50)).isNotEqualTo(own);
    }

    @Test
    void lotsAreUniformAndBelongToTheDeparture() {
        Network network = network(10, 0, 0);
        network.open("p", new Line(0, 0));
        int cells = 16;
        long[] counts = new long[cells];
        for (int i = 1; i <= DRAWS; i++) {
            int lot = network.send(0, TestMarket.SPOT, i, ANY).tie();
            assertThat(lot).isBetween(0, (1 << EventQueue.TIE_BITS) - 1);
            counts[(lot * cells) >> EventQueue.TIE_BITS]++;
        }
        double expected = (double) DRAWS / cells;
        double chiSquare = Arrays.stream(counts)
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
        assertThat(chiSquare).as("15 degrees of freedom, 99.9 %%").isLessThan(37.7);
    }

    @Test
    void aCopyAndARestoredNetworkGoOnTheSame() {
        Network network = network(11, 20 * MILLI, 0.3);
        network.open("p", new Line(5, 0));
        network.open("q", new Line(0, 0));
        delays(network, 0, TestMarket.SPOT, 13);
        network.send(0, TestMarket.SPOT, 20 * 3_600 * SECOND, order(4));
        StateWriter out = new StateWriter();
        network.save(out);
        StateReader in = new StateReader(out.toBytes());
        Network restored =
                Network.load(in, spec(20 * MILLI, 0.3), Kinds.registered().reader());
        in.end();
        assertThat(restored.connection(0, TestMarket.SPOT)).containsExactly(order(4));
        Network copy = network.copy();
        List<Long> expected = futures(network);
        assertThat(copy.connection(0, TestMarket.SPOT))
                .as("the copy's own line")
                .hasSize(1);
        assertThat(futures(copy)).isEqualTo(expected);
        assertThat(futures(restored)).isEqualTo(expected);
    }

    private static List<Long> futures(Network network) {
        List<Long> arrivals = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            arrivals.add(network.send(i % 2, TestMarket.SPOT, (40L + i) * 3_600 * SECOND, ANY)
                    .arrivalNanos());
        }
        return arrivals;
    }
}
