package catallaxy.environment.base.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The generator against its published vectors, and its variates against their distributions. */
class RandomStreamTest {
    private static final long[] SEEDS = {0, 1, 2, -7, 0x5DEECE66DL};
    private static final int DRAWS = 200_000;
    private static final double SIGMAS = 5;

    /** The known answers of Random123 1.x for philox2x64, ten rounds: counter, counter, key, expected, expected. */
    private static final long[][] KNOWN_ANSWERS = {
        {0, 0, 0, 0xca00a0459843d731L, 0x66c24222c9a845b5L},
        {-1, -1, -1, 0x65b021d60cd8310fL, 0x4d02f3222f86df20L},
        {0x243f6a8885a308d3L, 0x13198a2e03707344L, 0xa4093822299f31d0L, 0x0a5e742c2997341cL, 0xb0f883d38000de5dL},
    };

    @Test
    void encryptsThePublishedVectors() {
        for (long[] answer : KNOWN_ANSWERS) {
            RandomStream stream = new RandomStream(answer[2], 0, 0);
            assertThat(stream.encrypt(answer[0], answer[1])).isEqualTo(answer[3]);
            assertThat(stream.second()).isEqualTo(answer[4]);
        }
    }

    @Test
    void deliversBothWordsOfEachBlockInOrder() {
        RandomStream stream = new RandomStream(0, 0, 0);
        assertThat(stream.nextLong()).isEqualTo(KNOWN_ANSWERS[0][3]);
        assertThat(stream.nextLong()).isEqualTo(KNOWN_ANSWERS[0][4]);
        assertThat(stream.counter()).isEqualTo(2);
    }

    @Test
    void goesOnFromACopyAtEveryPosition() {
        RandomStream stream = RandomStream.of(3, "world/gbm");
        for (int i = 0; i < 9; i++) {
            RandomStream copy = stream.copy();
            assertThat(copy.nextGaussian()).isEqualTo(stream.copy().nextGaussian());
            assertThat(copy.counter()).isEqualTo(i + 1);
            assertThat(copy.nextLong()).isEqualTo(twice(stream.copy()));
            stream.nextLong();
        }
    }

    @Test
    void divertedStreamsOfOneSeedAreStreamsOfOneOther() {
        for (int position = 0; position < 5; position++) {
            RandomStream stream = RandomStream.of(3, "world/gbm");
            stream.seek(position);
            long undiverted = stream.copy().nextLong();
            RandomStream first = stream.copy();
            RandomStream again = stream.copy();
            RandomStream other = stream.copy();
            first.divert(1);
            again.divert(1);
            other.divert(2);
            assertThat(first.counter()).isEqualTo(position);
            long drawn = first.nextLong();
            assertThat(drawn)
                    .isEqualTo(again.nextLong())
                    .isNotEqualTo(undiverted)
                    .isNotEqualTo(other.nextLong());
        }
    }

    @Test
    void whatADivertedStreamDrawsIsIndependentOfWhatItWouldHaveDrawn() {
        RandomStream stream = RandomStream.of(3, "world/gbm");
        RandomStream diverted = stream.copy();
        diverted.divert(1);
        double sum = 0;
        for (int i = 0; i < DRAWS; i++) {
            sum += stream.nextGaussian() * diverted.nextGaussian();
        }
        assertThat(sum / DRAWS).isCloseTo(0, Offset.offset(SIGMAS / Math.sqrt(DRAWS)));
    }

    @Test
    void goesOnFromItsSavedBytesAtEveryPosition() {
        RandomStream stream = RandomStream.of(3, "world/gbm");
        for (int i = 0; i < 9; i++) {
            StateWriter saved = new StateWriter();
            stream.save(saved);
            assertThat(saved.size()).isEqualTo(24);
            RandomStream loaded = RandomStream.load(new StateReader(saved.toBytes()));
            for (int draw = 0; draw < 5; draw++) {
                assertThat(loaded.nextGaussian()).isEqualTo(stream.nextGaussian());
            }
        }
    }

    private static long twice(RandomStream stream) {
        stream.nextLong();
        return stream.nextLong();
    }

    @Test
    void separatesPathsAndSeeds() {
        for (long seed : SEEDS) {
            assertThat(correlation(RandomStream.of(seed, "a"), RandomStream.of(seed, "b")))
                    .as("paths, seed %d", seed)
                    .isLessThan(SIGMAS / Math.sqrt(DRAWS));
            assertThat(correlation(RandomStream.of(seed, "a"), RandomStream.of(seed + 1, "a")))
                    .as("seeds, seed %d", seed)
                    .isLessThan(SIGMAS / Math.sqrt(DRAWS));
        }
        assertThat(correlation(RandomStream.of(1, "a"), RandomStream.of(1, "a")))
                .isGreaterThan(0.99);
    }

    private static double correlation(RandomStream left, RandomStream right) {
        double sum = 0;
        for (int i = 0; i < DRAWS; i++) {
            sum += left.nextGaussian() * right.nextGaussian();
        }
        return Math.abs(sum / DRAWS);
    }

    @Test
    void drawsFairBits() {
        for (long seed : SEEDS) {
            RandomStream stream = RandomStream.of(seed, "bits");
            int[] ones = new int[64];
            for (int i = 0; i < DRAWS; i++) {
                long word = stream.nextLong();
                for (int bit = 0; bit < 64; bit++) {
                    ones[bit] += (int) (word >>> bit & 1);
                }
            }
            for (int count : ones) {
                assertThat(Math.abs(count - DRAWS / 2.0))
                        .as("seed %d", seed)
                        .isLessThan(SIGMAS * Math.sqrt(DRAWS / 4.0));
            }
        }
    }

    @Test
    void fillsTheUnitIntervalEvenly() {
        for (long seed : SEEDS) {
            RandomStream stream = RandomStream.of(seed, "uniform");
            Goodness cells = new Goodness(100);
            for (int i = 0; i < DRAWS; i++) {
                double u = stream.nextDouble();
                assertThat(u >= 0 && u < 1).isTrue();
                cells.count((int) (u * 100));
            }
            assertThat(cells.chiSquareSigmas()).as("seed %d", seed).isLessThan(SIGMAS);
        }
    }

    @Test
    void drawsBoundedIntegersWithoutBias() {
        for (int bound : new int[] {1, 2, 3, 7, 100, 6_000}) {
            RandomStream stream = RandomStream.of(bound, "int");
            Goodness ints = new Goodness(bound);
            Goodness longs = new Goodness(bound);
            for (int i = 0; i < DRAWS; i++) {
                ints.count(stream.nextInt(bound));
                longs.count((int) stream.nextLong((long) bound));
            }
            assertThat(ints.chiSquareSigmas()).as("bound %d", bound).isLessThan(SIGMAS);
            assertThat(longs.chiSquareSigmas()).as("bound %d", bound).isLessThan(SIGMAS);
        }
    }

    /** A biased reduction would put two thirds of the draws into the lower half of these ranges. */
    @Test
    void drawsLargeBoundsWithoutBias() {
        int intBound = 3 << 29;
        long longBound = 3L << 61;
        RandomStream stream = RandomStream.of(11, "large");
        Goodness ints = new Goodness(3);
        Goodness longs = new Goodness(3);
        for (int i = 0; i < DRAWS; i++) {
            ints.count(stream.nextInt(intBound) >>> 29);
            longs.count((int) (stream.nextLong(longBound) >>> 61));
        }
        assertThat(ints.chiSquareSigmas()).isLessThan(SIGMAS);
        assertThat(longs.chiSquareSigmas()).isLessThan(SIGMAS);
    }

    @Test
    void hasTheMomentsOfItsDistributions() {
        for (long seed : SEEDS) {
            RandomStream stream = RandomStream.of(seed, "moments");
            assertMoments(seed, stream, RandomStream::nextDouble, 0.5, 1 / 12.0, 1 / 80.0);
            assertMoments(seed, stream, RandomStream::nextGaussian, 0, 1, 3);
            assertMoments(seed, stream, RandomStream::nextExponential, 1, 1, 9);
            assertMoments(seed, stream, s -> s.nextBoolean(0.2) ? 1 : 0, 0.2, 0.16, 0.16 * (1 - 3 * 0.16));
            for (double mean : new double[] {0.1, 3, 9.99, 10, 47, 1e4}) {
                assertMoments(seed, stream, s -> s.nextPoisson(mean), mean, mean, mean * (1 + 3 * mean));
            }
        }
    }

    /** Sample mean and variance within {@link #SIGMAS} standard errors; {@code fourth} is the central fourth moment. */
    private static void assertMoments(
            long seed,
            RandomStream stream,
            ToDoubleFunction<RandomStream> draw,
            double mean,
            double var,
            double fourth) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            double deviation = draw.applyAsDouble(stream) - mean;
            sum += deviation;
            squares += deviation * deviation;
        }
        assertThat(Math.abs(sum / DRAWS)).as("mean, seed %d", seed).isLessThan(SIGMAS * Math.sqrt(var / DRAWS));
        assertThat(Math.abs(squares / DRAWS - var))
                .as("variance %s, seed %d", var, seed)
                .isLessThan(SIGMAS * Math.sqrt((fourth - var * var) / DRAWS));
    }

    @Test
    void followsThePoissonProbabilities() {
        for (double mean : new double[] {0.5, 4, 9.9, 10.1, 25, 200}) {
            RandomStream stream = RandomStream.of(5, "poisson/" + mean);
            int cells = (int) (mean + 12 * Math.sqrt(mean) + 12);
            double[] probability = new double[cells];
            for (int k = 0; k < cells; k++) {
                probability[k] = Math.exp(k * Math.log(mean) - mean - Poisson.logFactorial(k));
            }
            Goodness goodness = new Goodness(cells);
            for (int i = 0; i < DRAWS; i++) {
                goodness.count(stream.nextPoisson(mean));
            }
            assertThat(goodness.chiSquareSigmas(probability))
                    .as("mean %s", mean)
                    .isLessThan(SIGMAS);
        }
    }

    @Test
    void invertsTheNormalDistributionIntoTheTails() {
        double[][] upperTail = {
            {0.5, 0},
            {0.4, 0.2533471031357998},
            {0.1, 1.2815515655446004},
            {0.075, 1.439531470938456},
            {0.01, 2.326347874040841},
            {1e-5, 4.264890793922825},
            {1e-9, 5.9978070150076865},
            {1e-12, 7.034483825301131},
            {1e-16, 8.222082216130435},
            {1e-19, 9.013271153126675},
        };
        for (double[] row : upperTail) {
            assertThat(NormalQuantile.ofUpperTail(row[0])).isCloseTo(row[1], within(row[1]));
        }
    }

    private static Offset<Double> within(double value) {
        return Offset.offset(1e-14 * Math.max(1, value));
    }

    /** Cells of equal probability between quantiles: the normal ones are themselves tested above. */
    @Test
    void fillsTheCellsBetweenQuantilesEvenly() {
        int cells = 64;
        double[] bounds = new double[cells - 1];
        for (int i = 0; i < bounds.length; i++) {
            double p = (i + 1.0) / cells;
            bounds[i] = p < 0.5 ? -NormalQuantile.ofUpperTail(p) : NormalQuantile.ofUpperTail(1 - p);
        }
        for (long seed : SEEDS) {
            RandomStream stream = RandomStream.of(seed, "cells");
            Goodness normal = new Goodness(cells);
            Goodness exponential = new Goodness(cells);
            Goodness uniform = new Goodness(cells);
            for (int i = 0; i < DRAWS; i++) {
                int found = Arrays.binarySearch(bounds, stream.nextGaussian());
                normal.count(found < 0 ? -found - 1 : found);
                exponential.count((int) (cells * Math.exp(-stream.nextExponential())));
                uniform.count(Math.min(cells - 1, (int) (cells * Math.sqrt(stream.nextDouble()))));
            }
            assertThat(normal.chiSquareSigmas()).as("normal, seed %d", seed).isLessThan(SIGMAS);
            assertThat(exponential.chiSquareSigmas())
                    .as("exponential, seed %d", seed)
                    .isLessThan(SIGMAS);
            assertThat(uniform.chiSquareSigmas())
                    .as("the control: a bent uniform is seen")
                    .isGreaterThan(SIGMAS);
        }
    }

    /** The share beyond three and four standard deviations, and the skewness. */
    @Test
    void drawsNormalVariatesIntoTheTails() {
        for (long seed : SEEDS) {
            RandomStream stream = RandomStream.of(seed, "gaussian");
            int draws = 10 * DRAWS;
            int beyond3 = 0;
            int beyond4 = 0;
            double cubes = 0;
            for (int i = 0; i < draws; i++) {
                double z = stream.nextGaussian();
                beyond3 += Math.abs(z) > 3 ? 1 : 0;
                beyond4 += Math.abs(z) > 4 ? 1 : 0;
                cubes += z * z * z;
            }
            assertRate(seed, beyond3, draws, 0.002_699_796_063_260_189);
            assertRate(seed, beyond4, draws, 0.000_063_342_483_666_239_98);
            assertThat(Math.abs(cubes / draws)).as("skew, seed %d", seed).isLessThan(SIGMAS * Math.sqrt(15.0 / draws));
        }
    }

    private static void assertRate(long seed, int count, int draws, double p) {
        assertThat(Math.abs(count - draws * p)).as("seed %d", seed).isLessThan(SIGMAS * Math.sqrt(draws * p));
    }

    @Test
    void takesOneWordForEachVariateThatSaysSo() {
        RandomStream stream = RandomStream.of(1, "words");
        stream.nextGaussian();
        stream.nextExponential();
        stream.nextDouble();
        stream.nextBoolean(0.5);
        stream.nextPoisson(9);
        assertThat(stream.counter()).isEqualTo(5);
    }

    @Test
    void refusesArgumentsOutOfRangeWithTheValue() {
        RandomStream stream = RandomStream.of(1, "bad");
        assertThatThrownBy(() -> RandomStream.of(1, "")).hasMessageContaining("path");
        assertThatThrownBy(() -> stream.nextInt(0)).hasMessageContaining("bound: found 0");
        assertThatThrownBy(() -> stream.nextLong(-1L)).hasMessageContaining("bound: found -1");
        assertThatThrownBy(() -> stream.nextBoolean(Double.NaN)).hasMessageContaining("p: found NaN");
        assertThatThrownBy(() -> stream.nextPoisson(-1)).hasMessageContaining("mean: found -1.0");
        assertThat(stream.nextBoolean(0)).isFalse();
        assertThat(stream.nextBoolean(1)).isTrue();
        assertThat(stream.nextPoisson(0)).isZero();
    }
}
