package catallaxy.agents.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The statistics of runs against values worked out by hand; their intervals against how often they hold the truth. */
class ScoreStatisticsTest {
    @Test
    void anIntervalNeedsAProblemWithTwoRuns() {
        ScoreSample one = ScoreSample.of(4);
        ScoreSample oneEach = ScoreSample.of(new double[][] {{1}, {2}, {3}});
        ScoreSample two = ScoreSample.of(new double[][] {{1}, {2, 3}});
        assertThat(List.of(one.isRepeated(), oneEach.isRepeated(), two.isRepeated()))
                .containsExactly(false, false, true);
        for (ScoreSample single : List.of(one, oneEach)) {
            Estimate mean = StratifiedBootstrap.STANDARD.estimate(single, ScoreSample::mean);
            assertThat(mean.value()).isEqualTo(single.mean());
            assertThat(mean.hasInterval()).isFalse();
        }
        assertThat(StratifiedBootstrap.STANDARD.estimate(two, ScoreSample::mean).hasInterval())
                .isTrue();
        assertThat(ProbabilityOfImprovement.estimate(one, TEN, StratifiedBootstrap.STANDARD)
                        .hasInterval())
                .isFalse();
    }

    private static final ScoreSample TEN = ScoreSample.of(9, 1, 2, 100, 3, 4, 5, 6, -50, 8);
    private static final int REPETITIONS = 400;

    private static double[] draws(RandomStream random, int n, double mean, double deviation) {
        double[] values = new double[n];
        Arrays.setAll(values, _ -> mean + deviation * random.nextGaussian());
        return values;
    }

    @Test
    void pools() {
        ScoreSample sample = ScoreSample.of(new double[][] {{1, 4}, {2, 3, 10}});
        assertThat(sample.size()).isEqualTo(5);
        assertThat(sample.mean()).isEqualTo(4);
        assertThat(sample.median()).isEqualTo(3);
        assertThat(sample.standardDeviation()).isCloseTo(Math.sqrt((9 + 0 + 4 + 1 + 36) / 4.0), within(1e-12));
        assertThat(ScoreSample.of(1, 4).median()).isEqualTo(2.5);
        assertThat(ScoreSample.of(1).standardDeviation()).isNaN();
    }

    @Test
    void setsTheOuterQuartersAside() {
        assertThat(InterquartileMean.of(TEN)).isCloseTo((2 + 3 + 4 + 5 + 6 + 8) / 6.0, within(1e-12));
        assertThat(InterquartileMean.of(ScoreSample.of(1, 2, 9))).isEqualTo(4);
        assertThat(InterquartileMean.of(ScoreSample.of(new double[][] {{-7, 1}, {3, 50}})))
                .isEqualTo(2);
    }

    @Test
    void countsTheRunsAboveAThresholdProblemByProblem() {
        ScoreSample sample = ScoreSample.of(new double[][] {{1, 2, 3, 4}, {3, 5}});
        assertThat(PerformanceProfile.fractionAbove(sample, 3)).isEqualTo((0.25 + 0.5) / 2);
        PerformanceProfile profile =
                PerformanceProfile.of(sample, new double[] {0, 2.5, 6}, StratifiedBootstrap.STANDARD);
        assertThat(profile.points()).extracting(point -> point.above().value()).isEqualTo(List.of(1.0, 0.75, 0.0));
        assertThat(profile.points().getFirst().above().low()).isEqualTo(1);
        assertThat(profile.points().get(1).above().low()).isLessThan(0.75);
    }

    @Test
    void comparesPairsOfRunsWithTiesAsHalves() {
        ScoreSample x = ScoreSample.of(1, 2, 3);
        ScoreSample y = ScoreSample.of(2, 2.5);
        assertThat(ProbabilityOfImprovement.of(x, y)).isEqualTo((0 + 0.5 + 2) / 6);
        assertThat(ProbabilityOfImprovement.of(x, y) + ProbabilityOfImprovement.of(y, x))
                .isEqualTo(1);
        assertThat(ProbabilityOfImprovement.of(x, x)).isEqualTo(0.5);
        ScoreSample two = ScoreSample.of(new double[][] {{1}, {5}});
        assertThatThrownBy(() -> ProbabilityOfImprovement.of(x, two)).hasMessageContaining("problems");
    }

    @Test
    void resamplesWithinEachProblem() {
        ScoreSample sample = ScoreSample.of(new double[][] {{1, 2, 3}, {10, 20}});
        RandomStream random = RandomStream.of(1, "test");
        for (int i = 0; i < 100; i++) {
            ScoreSample replicate = sample.resampled(random);
            assertThat(replicate.runs(0)).hasSize(3).containsAnyOf(1, 2, 3).doesNotContain(10, 20);
            assertThat(replicate.runs(1)).hasSize(2).doesNotContain(1, 2, 3);
        }
        Estimate spread = InterquartileMean.estimate(
                ScoreSample.of(new double[][] {{0, 0, 0}, {9, 9, 9}}), StratifiedBootstrap.STANDARD);
        assertThat(spread).as("no luck within a problem").isEqualTo(new Estimate(4.5, 4.5, 4.5, 0.95, 6));
    }

    @Test
    void givesTheSameIntervalForTheSameSeedAndAnotherForAnother() {
        Estimate once = InterquartileMean.estimate(TEN, StratifiedBootstrap.STANDARD);
        assertThat(InterquartileMean.estimate(TEN, StratifiedBootstrap.STANDARD))
                .isEqualTo(once);
        assertThat(InterquartileMean.estimate(TEN, new StratifiedBootstrap(1, 2_000, 0.95)))
                .isNotEqualTo(once);
        assertThat(ScoreSummary.of(TEN, StratifiedBootstrap.STANDARD).interquartileMean())
                .isEqualTo(once);
        assertThat(once.low()).isLessThan(once.value()).isGreaterThanOrEqualTo(-50);
        assertThat(once.high()).isGreaterThan(once.value()).isLessThanOrEqualTo(100);
    }

    /** Bootstrap means of n runs have the variance s² (n − 1)/n / n; the interval must be its normal quantiles. */
    @Test
    void agreesWithTheNormalIntervalOfAMean() {
        ScoreSample sample = ScoreSample.of(draws(RandomStream.of(5, "mean"), 400, 3, 2));
        Estimate mean = new StratifiedBootstrap(0, 20_000, 0.9).estimate(sample, ScoreSample::mean);
        double error = sample.standardDeviation() / 20;
        assertThat(mean.value()).isEqualTo(sample.mean());
        assertThat(mean.low()).isCloseTo(mean.value() - 1.6449 * error, within(0.04 * error));
        assertThat(mean.high()).isCloseTo(mean.value() + 1.6449 * error, within(0.04 * error));
    }

    /**
     * 400 repetitions: three standard errors around 0.95 are ± 0.033. Two problems of different spread but one centre, 20
     * runs each; the short side is left wider because the percentile interval is known to be short at such n.
     */
    @Test
    void holdsTheTruthAsOftenAsItSays() {
        StratifiedBootstrap bootstrap = new StratifiedBootstrap(0, 500, 0.95);
        RandomStream random = RandomStream.of(7, "coverage");
        int held = 0;
        for (int i = 0; i < REPETITIONS; i++) {
            ScoreSample sample = ScoreSample.of(new double[][] {draws(random, 20, 1, 0.2), draws(random, 20, 1, 0.4)});
            held += holds(InterquartileMean.estimate(sample, bootstrap), 1);
        }
        assertThat(held / (double) REPETITIONS).isBetween(0.895, 0.983);
    }

    /** X ~ N(1, 1) against Y ~ N(0, 1): the truth is Φ(1/√2) = 0.76025. */
    @Test
    void holdsTheProbabilityOfImprovementAsOftenAsItSays() {
        StratifiedBootstrap bootstrap = new StratifiedBootstrap(0, 300, 0.95);
        RandomStream random = RandomStream.of(8, "improvement");
        int held = 0;
        for (int i = 0; i < REPETITIONS; i++) {
            ScoreSample x = ScoreSample.of(draws(random, 25, 1, 1));
            ScoreSample y = ScoreSample.of(draws(random, 25, 0, 1));
            held += holds(ProbabilityOfImprovement.estimate(x, y, bootstrap), 0.7602499389065233);
        }
        assertThat(held / (double) REPETITIONS).isBetween(0.895, 0.983);
    }

    private static int holds(Estimate estimate, double truth) {
        return estimate.low() <= truth && truth <= estimate.high() ? 1 : 0;
    }

    @Test
    void refusesWhatIsNoSample() {
        assertThatThrownBy(() -> ScoreSample.of(new double[0][])).hasMessageContaining("at least one problem");
        assertThatThrownBy(() -> ScoreSample.of(new double[][] {{1}, {}})).hasMessageContaining("problem 1");
        assertThatThrownBy(() -> ScoreSample.of(1, Double.NaN)).hasMessageContaining("finite");
    }
}
