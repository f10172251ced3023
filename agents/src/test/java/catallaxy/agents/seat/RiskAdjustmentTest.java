package catallaxy.agents.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import org.junit.jupiter.api.Test;

final class RiskAdjustmentTest {
    @Test
    void neutralRewardsAreTheGain() {
        assertThat(RiskAdjustment.of(new SeatSettings.Risk.Neutral()).adjusted(3, 100, 90))
                .isEqualTo(3);
    }

    /** To third order, the variance at an aversion of 1 is what the logarithm takes off the growth of wealth. */
    @Test
    void varianceAtAnAversionOfOneRewardsTheGrowthOfWealth() {
        RiskAdjustment variance = RiskAdjustment.of(new SeatSettings.Risk.Variance(1));
        for (double change : new double[] {-0.02, -0.001, 0.003, 0.015}) {
            double after = 1_000 * (1 + change);
            assertThat(variance.adjusted(after - 1_000, 1_000, after) / 1_000)
                    .isCloseTo(Math.log1p(change), within(Math.abs(change * change * change) / 2.5));
        }
        assertThat(RiskAdjustment.of(new SeatSettings.Risk.Variance(3)).adjusted(0, 1_000, 900))
                .isCloseTo(-15, within(1e-12));
    }

    /** The derivative of the Sharpe ratio of weighted moments by the weight of the newest return, taken numerically. */
    @Test
    void theDifferentialSharpeRatioIsTheDerivativeOfTheSharpeRatio() {
        RandomStream random = RandomStream.of(5, "returns");
        RiskAdjustment sharpe = RiskAdjustment.of(new SeatSettings.Risk.DifferentialSharpe(0.05));
        double mean = 0;
        double square = 0;
        for (int i = 1; i <= 200; i++) {
            double value = 0.001 + 0.01 * random.nextGaussian();
            double found = sharpe.adjusted(value * 500, 500, 500);
            double expected = i <= 20 ? 0 : derivative(mean, square, value);
            assertThat(found).as("return " + i).isCloseTo(expected, within(1e-5 * (1 + Math.abs(expected))));
            double weight = Math.max(0.05, 1.0 / i);
            mean += weight * (value - mean);
            square += weight * (value * value - square);
        }
    }

    private static double derivative(double mean, double square, double value) {
        double h = 1e-7;
        return (ratio(mean + h * (value - mean), square + h * (value * value - square))
                        - ratio(mean - h * (value - mean), square - h * (value * value - square)))
                / (2 * h);
    }

    private static double ratio(double mean, double square) {
        return mean / Math.sqrt(square - mean * mean);
    }

    @Test
    void returnsThatDoNotVaryHaveNoSharpeRatio() {
        RiskAdjustment sharpe = RiskAdjustment.of(new SeatSettings.Risk.DifferentialSharpe(0.5));
        for (int i = 0; i < 10; i++) {
            assertThat(sharpe.adjusted(0, 500, 500)).isZero();
        }
        RiskAdjustment constant = RiskAdjustment.of(new SeatSettings.Risk.DifferentialSharpe(0.1));
        for (int i = 0; i < 200; i++) {
            assertThat(constant.adjusted(Math.nextUp(0.7 + 1e-16 * (i % 3)), 493, 493))
                    .isZero();
        }
    }
}
