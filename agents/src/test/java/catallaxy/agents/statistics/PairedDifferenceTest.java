package catallaxy.agents.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Differences under common luck, and how many runs a width takes, against worked values and repeated draws. */
final class PairedDifferenceTest {
    private static final StudentisedBootstrap BOOTSTRAP = StudentisedBootstrap.STANDARD;
    private static final RunsNeeded WIDTH_ONE = new RunsNeeded(1, 0.95);

    /** Two groups' runs on the same seeds: shared luck, own luck, and an effect. */
    private static double[][] pairs(RandomStream random, int n, double shared, double effect) {
        double[][] pairs = new double[2][n];
        for (int i = 0; i < n; i++) {
            double luck = shared * random.nextGaussian();
            pairs[0][i] = luck + random.nextGaussian();
            pairs[1][i] = luck + random.nextGaussian() + effect;
        }
        return pairs;
    }

    @Test
    void isTheMeanOfTheDifferences() {
        PairedDifference paired = PairedDifference.of(new double[] {3, 5, 9}, new double[] {1, 4, 6}, BOOTSTRAP);
        assertThat(paired.difference().value()).isEqualTo(2);
        assertThat(paired.deviation()).isEqualTo(1);
        assertThat(paired.ownDeviation()).isCloseTo(StrictMath.sqrt(28.0 / 3), within(1e-12));
        assertThat(paired.otherDeviation()).isCloseTo(StrictMath.sqrt(19.0 / 3), within(1e-12));
        assertThat(paired.difference().runs()).isEqualTo(3);
    }

    @Test
    void theOtherWayRoundItHasTheOtherSign() {
        RandomStream random = RandomStream.of(15, "test/sign");
        for (int i = 0; i < 50; i++) {
            double[][] pairs = pairs(random, 4 + random.nextInt(12), 2, 1);
            PairedDifference one = PairedDifference.of(pairs[1], pairs[0], BOOTSTRAP);
            PairedDifference other = PairedDifference.of(pairs[0], pairs[1], BOOTSTRAP);
            assertThat(one.difference().low()).isCloseTo(-other.difference().high(), within(0.15 * width(one)));
            assertThat(one.difference().value()).isCloseTo(-other.difference().value(), within(1e-12));
            assertThat(one.seedsPaired(WIDTH_ONE)).isEqualTo(other.seedsPaired(WIDTH_ONE));
            assertThat(one.seedsUnpaired(WIDTH_ONE)).isEqualTo(other.seedsUnpaired(WIDTH_ONE));
        }
    }

    private static double width(PairedDifference paired) {
        return paired.difference().high() - paired.difference().low();
    }

    @Test
    void luckThatBothShareIsTakenOut() {
        RandomStream random = RandomStream.of(15, "test/shared");
        double[][] pairs = pairs(random, 200, 10, 0.5);
        PairedDifference paired = PairedDifference.of(pairs[1], pairs[0], BOOTSTRAP);
        assertThat(paired.difference().low()).isGreaterThan(0);
        assertThat(paired.seedsUnpaired(WIDTH_ONE) / (double) paired.seedsPaired(WIDTH_ONE))
                .isBetween(70.0, 140.0);
    }

    @Test
    void whereNothingIsSharedPairingSavesNothing() {
        RandomStream random = RandomStream.of(15, "test/unshared");
        double[][] pairs = pairs(random, 400, 0, 0.5);
        PairedDifference paired = PairedDifference.of(pairs[1], pairs[0], BOOTSTRAP);
        assertThat(paired.seedsUnpaired(WIDTH_ONE) / (double) paired.seedsPaired(WIDTH_ONE))
                .isBetween(0.8, 1.25);
    }

    /** Of a known deviation, as tables have it: the least n with 2 t s / √n no more than the width. */
    @Test
    void countsTheRunsThatAWidthTakes() {
        assertThat(WIDTH_ONE.ofMean(1)).isEqualTo(18);
        assertThat(new RunsNeeded(2, 0.95).ofMean(1)).isEqualTo(7);
        assertThat(new RunsNeeded(0.01, 0.95).ofMean(1)).isBetween(153_600L, 153_700L);
        assertThat(WIDTH_ONE.ofEach(1, 1)).isEqualTo(32);
        assertThat(WIDTH_ONE.ofMean(0)).isEqualTo(2);
        assertThat(WIDTH_ONE.ofEach(0, 0)).isEqualTo(2);
        assertThat(WIDTH_ONE.ofEach(1, 0)).isEqualTo(WIDTH_ONE.ofMean(1));
    }

    @Test
    void oneRunFewerIsTooFew() {
        RandomStream random = RandomStream.of(15, "test/least");
        for (int i = 0; i < 200; i++) {
            double deviation = StrictMath.exp(4 * random.nextGaussian());
            double width = StrictMath.exp(2 * random.nextGaussian());
            long runs = new RunsNeeded(width, 0.95).ofMean(deviation);
            assertThat(studentWidth(deviation, runs)).isLessThanOrEqualTo(width);
            assertThat(runs == 2 || studentWidth(deviation, runs - 1) > width).isTrue();
        }
    }

    private static double studentWidth(double deviation, long runs) {
        return 2 * StudentQuantile.of(0.975, (double) (runs - 1)) * deviation / StrictMath.sqrt((double) runs);
    }

    /** With 20 runs t s / √20 is 0.468 s, with 73 half of that. */
    @Test
    void halfOfTheWidthTakesNearlyFourTimesAsMany() {
        for (double deviation : new double[] {1e-9, 1, 1e9}) {
            assertThat(RunsNeeded.forHalfOf(deviation, 20, 0.95).ofMean(deviation))
                    .isEqualTo(73);
            assertThat(RunsNeeded.forHalfOf(deviation, 2, 0.95).ofMean(deviation))
                    .isEqualTo(3);
        }
    }

    /** What a pilot of 20 seeds foretells is kept by as many seeds as it asks for. */
    @Test
    void asManySeedsGiveTheWantedWidth() {
        RandomStream random = RandomStream.of(15, "test/foretold");
        double[] widths = new double[60];
        for (int i = 0; i < widths.length; i++) {
            double[][] pilot = pairs(random, 20, 3, 1);
            PairedDifference seen = PairedDifference.of(pilot[1], pilot[0], BOOTSTRAP);
            int needed = (int) seen.seedsPaired(WIDTH_ONE);
            double[][] runs = pairs(random, needed, 3, 1);
            widths[i] = width(PairedDifference.of(runs[1], runs[0], BOOTSTRAP));
        }
        assertThat(Arrays.stream(widths).average().orElseThrow()).isBetween(0.92, 1.12);
    }

    @Test
    void pairsHaveTwoSides() {
        assertThatThrownBy(() -> PairedDifference.of(new double[3], new double[2], BOOTSTRAP))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 runs as of mine");
        assertThatThrownBy(() -> new RunsNeeded(0, 0.95)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RunsNeeded(Double.NaN, 0.95)).isInstanceOf(IllegalArgumentException.class);
    }
}
