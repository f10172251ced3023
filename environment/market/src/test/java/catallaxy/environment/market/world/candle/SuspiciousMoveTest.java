package catallaxy.environment.market.world.candle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuspiciousMoveTest {
    private static final long MINUTE = 60_000_000_000L;

    /** Open, high, low, close. */
    private static double[] flat(double price) {
        return new double[] {price, price, price, price};
    }

    private static CandleSeries series(List<double[]> candles, long... times) {
        double[][] columns = new double[5][candles.size()];
        for (int i = 0; i < candles.size(); i++) {
            for (int column = 0; column < 4; column++) {
                columns[column][i] = candles.get(i)[column];
            }
        }
        return CandleSeries.of(MINUTE, times, columns);
    }

    private static long[] minutes(int count) {
        long[] times = new long[count];
        Arrays.setAll(times, i -> i * MINUTE);
        return times;
    }

    /** A random walk of log steps of so much. */
    private static List<double[]> walk(int seed, int count, double step) {
        RandomStream random = RandomStream.of(seed, "test/moves");
        List<double[]> candles = new ArrayList<>();
        double price = 100;
        for (int i = 0; i < count; i++) {
            double open = price;
            price *= StrictMath.exp(step * random.nextGaussian());
            candles.add(new double[] {open, StrictMath.max(open, price), StrictMath.min(open, price), price});
        }
        return candles;
    }

    @Test
    void aRandomWalkHasNoneWhateverItsVolatility() {
        for (int seed = 0; seed < 20; seed++) {
            double step = StrictMath.pow(10, -5 + seed * 0.2);
            assertThat(SuspiciousMove.of(series(walk(seed, 2_000, step), minutes(2_000))))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void aSpikeAndTheWayBackAreTwo() {
        List<double[]> candles = walk(1, 100, 0.0005);
        double before = candles.get(49)[3];
        candles.set(50, flat(before * 1e13));
        List<SuspiciousMove> moves = SuspiciousMove.of(series(candles, minutes(100)));
        assertThat(moves).hasSize(2);
        assertThat(moves.getFirst().time()).isEqualTo(Instant.ofEpochSecond(50 * 60));
        assertThat(moves.getFirst().close()).isEqualTo(before);
        assertThat(moves.getFirst().factor()).isCloseTo(1e13, within(1e-2));
        assertThat(moves.getLast().time()).isEqualTo(Instant.ofEpochSecond(51 * 60));
        assertThat(moves.getLast().price()).isEqualTo(candles.get(51)[2], within(1.0));
    }

    @Test
    void aWickAloneIsFoundUpAndDown() {
        for (double factor : new double[] {1.2, 1 / 1.2, 1e13, 1e-13}) {
            List<double[]> candles = walk(2, 100, 0.0005);
            double[] candle = candles.get(30);
            candle[factor > 1 ? 1 : 2] = candles.get(29)[3] * factor;
            List<SuspiciousMove> moves = SuspiciousMove.of(series(candles, minutes(100)));
            assertThat(moves).singleElement().satisfies(move -> {
                assertThat(move.price()).isEqualTo(candles.get(29)[3] * factor);
                assertThat(move.factor()).isCloseTo(StrictMath.max(factor, 1 / factor), within(1e-2));
            });
        }
    }

    @Test
    void theFirstCandleIsComparedWithItsOpen() {
        List<double[]> candles = new ArrayList<>(List.of(flat(100), flat(100), flat(100)));
        candles.set(0, new double[] {100, 150, 100, 100});
        assertThat(SuspiciousMove.of(series(candles, minutes(3))))
                .singleElement()
                .isEqualTo(new SuspiciousMove(Instant.EPOCH, 100, 150));
    }

    @Test
    void tenPercentIsTheLeastWhereNothingMoves() {
        List<double[]> quiet = new ArrayList<>(List.of(flat(100), flat(100), flat(100), flat(109.9), flat(109.9)));
        assertThat(SuspiciousMove.of(series(quiet, minutes(5)))).isEmpty();
        quiet.addAll(List.of(flat(109.9), flat(121)));
        assertThat(SuspiciousMove.of(series(quiet, minutes(7)))).hasSize(1);
    }

    @Test
    void twentyMediansAreTheBoundWhereMuchMoves() {
        List<double[]> candles = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            candles.add(flat(i % 2 == 0 ? 100 : 102));
        }
        double bound = StrictMath.exp(20 * StrictMath.log(1.02));
        candles.add(flat(100 * bound * 0.999));
        assertThat(SuspiciousMove.of(series(candles, minutes(22)))).isEmpty();
        candles.set(21, flat(100 * bound * 1.001));
        assertThat(SuspiciousMove.of(series(candles, minutes(22)))).hasSize(1);
    }

    @Test
    void aGapMayMoveByTheRootOfItsLength() {
        List<double[]> candles = List.of(flat(100), flat(100), flat(140), flat(140));
        assertThat(SuspiciousMove.of(series(candles, 0, MINUTE, 2 * MINUTE, 3 * MINUTE)))
                .hasSize(1);
        assertThat(SuspiciousMove.of(series(candles, 0, MINUTE, 17 * MINUTE, 18 * MINUTE)))
                .as("0.336 against 4 times 0.095")
                .isEmpty();
        assertThat(SuspiciousMove.of(series(candles, 0, MINUTE, 10 * MINUTE, 11 * MINUTE)))
                .as("0.336 against 3 times 0.095")
                .hasSize(1);
    }
}
