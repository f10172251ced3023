package catallaxy.agents.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Value at risk and expected shortfall against hand calculation and known distributions; the backtest against both. */
class TailRiskTest {
    private static double[] normal(long seed, int n) {
        RandomStream random = RandomStream.of(seed, "normal");
        return IntStream.range(0, n).mapToDouble(_ -> random.nextGaussian()).toArray();
    }

    /** Student's t with four degrees of freedom: a normal over the root of a mean of four squared normals. */
    private static double[] student4(long seed, int n) {
        RandomStream random = RandomStream.of(seed, "student");
        return IntStream.range(0, n)
                .mapToDouble(_ -> {
                    double squares = 0;
                    for (int i = 0; i < 4; i++) {
                        double each = random.nextGaussian();
                        squares += each * each;
                    }
                    return random.nextGaussian() / Math.sqrt(squares / 4);
                })
                .toArray();
    }

    @Test
    void countsTheWorstOfASmallSample() {
        double[] returns = {0.03, -0.05, 0.01, -0.02, 0.02, 0, -0.01, 0.04, -0.03, 0.05};
        TailRisk eighty = TailRisk.historical(returns, 0.8);
        assertThat(eighty.valueAtRisk()).isEqualTo(0.02);
        assertThat(eighty.expectedShortfall()).isCloseTo(0.04, within(1e-12));
        assertThat(TailRisk.historical(returns, 0.95).valueAtRisk()).isEqualTo(0.05);
        assertThat(TailRisk.historical(returns, 0.85).expectedShortfall())
                .isCloseTo((0.05 + 0.5 * 0.03) / 1.5, within(1e-12));
        assertThat(TailRisk.historical(new double[] {-0.5}, 0.99)).isEqualTo(new TailRisk(0.5, 0.5));
    }

    @Test
    void knowsTheNormalTail() {
        double[] unit = {-Math.sqrt(0.5), Math.sqrt(0.5)};
        TailRisk risk = TailRisk.parametric(unit, 0.99);
        assertThat(risk.valueAtRisk()).isCloseTo(2.3263478740408408, within(1e-12));
        assertThat(risk.expectedShortfall()).isCloseTo(2.6652142203457980, within(1e-9));
        assertThat(TailRisk.parametric(unit, 0.975).valueAtRisk()).isCloseTo(1.9599639845400545, within(1e-12));
        assertThat(TailRisk.parametric(unit, 0.975).expectedShortfall()).isCloseTo(2.3378027922014, within(1e-9));
    }

    @Test
    void estimatesTheTailsOfSamplesFromKnownDistributions() {
        for (long seed = 0; seed < 5; seed++) {
            TailRisk gaussian = TailRisk.historical(normal(seed, 200_000), 0.99);
            assertThat(gaussian.valueAtRisk()).as("seed %d", seed).isCloseTo(2.3263, within(0.04));
            assertThat(gaussian.expectedShortfall()).as("seed %d", seed).isCloseTo(2.6652, within(0.05));
            TailRisk heavy = TailRisk.historical(student4(seed, 200_000), 0.99);
            assertThat(heavy.valueAtRisk()).as("seed %d", seed).isCloseTo(3.7469, within(0.12));
            assertThat(heavy.expectedShortfall()).as("seed %d", seed).isCloseTo(5.2205, within(0.25));
        }
    }

    @Test
    void doesNotDependOnTheOrderAndLeavesTheSampleAlone() {
        double[] returns = normal(1, 999);
        double[] before = returns.clone();
        double[] sorted = returns.clone();
        Arrays.sort(sorted);
        assertThat(TailRisk.historical(returns, 0.97)).isEqualTo(TailRisk.historical(sorted, 0.97));
        assertThat(returns).isEqualTo(before);
    }

    /** Forecasts from a moving window of 250 returns; the normal one fails on fat tails, which the backtest must see. */
    @Test
    void coversWhatItPromisesAndIsSeenToFailWhereItDoesNot() {
        int rejectedHistorical = 0;
        int rejectedNormalOnNormal = 0;
        int rejectedNormalOnStudent = 0;
        for (long seed = 0; seed < 20; seed++) {
            rejectedHistorical += coverage(student4(seed, 4_250), true).isRejected() ? 1 : 0;
            rejectedNormalOnNormal += coverage(normal(seed, 4_250), false).isRejected() ? 1 : 0;
            rejectedNormalOnStudent += coverage(student4(seed, 4_250), false).isRejected() ? 1 : 0;
        }
        assertThat(rejectedHistorical).isLessThanOrEqualTo(5);
        assertThat(rejectedNormalOnNormal).isLessThanOrEqualTo(4);
        assertThat(rejectedNormalOnStudent).isGreaterThanOrEqualTo(16);
    }

    private static Coverage coverage(double[] returns, boolean historical) {
        long exceedances = 0;
        for (int day = 250; day < returns.length; day++) {
            double[] window = Arrays.copyOfRange(returns, day - 250, day);
            TailRisk forecast = historical ? TailRisk.historical(window, 0.99) : TailRisk.parametric(window, 0.99);
            exceedances += -returns[day] > forecast.valueAtRisk() ? 1 : 0;
        }
        return new Coverage(returns.length - 250L, exceedances, 0.01);
    }

    @Test
    void computesKupiecsStatistic() {
        assertThat(new Coverage(1_000, 10, 0.01).likelihoodRatio()).isCloseTo(0, within(1e-12));
        assertThat(new Coverage(255, 7, 0.01).likelihoodRatio()).isCloseTo(5.3163, within(1e-3));
        assertThat(new Coverage(255, 0, 0.01).likelihoodRatio()).isCloseTo(-2 * 255 * Math.log(0.99), within(1e-9));
        assertThat(new Coverage(10, 10, 0.01).isRejected()).isTrue();
    }

    @Test
    void refusesEmptySamplesAndImpossibleLevels() {
        assertThatThrownBy(() -> TailRisk.historical(new double[0], 0.9)).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> TailRisk.parametric(new double[1], 0.9)).hasMessageContaining("at least 2");
        assertThatThrownBy(() -> TailRisk.historical(new double[1], 1)).hasMessageContaining("level");
    }
}
