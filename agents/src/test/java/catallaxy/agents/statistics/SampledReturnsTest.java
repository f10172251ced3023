package catallaxy.agents.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Against sums over all returns at once. */
final class SampledReturnsTest {
    private final double[] returns = new double[3000];
    private final SampledReturns sampled = new SampledReturns();

    SampledReturnsTest() {
        RandomStream random = RandomStream.of(1, "test/returns");
        double equity = 1000;
        sampled.add(equity);
        for (int i = 0; i < returns.length; i++) {
            double before = equity;
            double move = random.nextGaussian();
            equity *= i % 7 == 0 ? 1 : Math.exp(0.01 * move - 0.002 * move * move);
            returns[i] = equity / before - 1;
            sampled.add(equity);
        }
    }

    private double mean(DoubleUnaryOperator of) {
        return Arrays.stream(returns).map(of).average().orElseThrow();
    }

    @Test
    void momentsAreThoseOfTwoPasses() {
        double mean = mean(r -> r);
        double variance = mean(r -> Math.pow(r - mean, 2));
        int n = returns.length;
        assertThat(sampled.number()).isEqualTo(n);
        assertThat(sampled.mean()).isCloseTo(mean, within(1e-15));
        assertThat(sampled.deviation()).isCloseTo(Math.sqrt(variance * n / (n - 1)), within(1e-14));
        assertThat(sampled.skewness())
                .isCloseTo(mean(r -> Math.pow(r - mean, 3)) / Math.pow(variance, 1.5), within(1e-9));
        assertThat(sampled.skewness()).isNegative();
        assertThat(sampled.excessKurtosis())
                .isCloseTo(mean(r -> Math.pow(r - mean, 4)) / (variance * variance) - 3, within(1e-9));
        assertThat(sampled.sortino())
                .isCloseTo(mean / Math.sqrt(mean(r -> Math.pow(Math.min(r, 0), 2))), within(1e-12));
    }

    @Test
    void gainsAndLossesAreCounted() {
        double gains = Arrays.stream(returns).filter(r -> r > 0).sum();
        double losses = -Arrays.stream(returns).filter(r -> r < 0).sum();
        double wins = Arrays.stream(returns).filter(r -> r > 0).count();
        double defeats = Arrays.stream(returns).filter(r -> r < 0).count();
        assertThat(sampled.winRate()).isEqualTo(wins / (wins + defeats));
        assertThat(sampled.profitFactor()).isCloseTo(gains / losses, within(1e-12));
        assertThat(sampled.payoffRatio()).isCloseTo(gains / wins / (losses / defeats), within(1e-12));
    }

    @Test
    void tailsAreThoseOfTheSortedReturns() {
        double[] sorted = returns.clone();
        Arrays.sort(sorted);
        double low = sorted[(int) Math.ceil(0.05 * sorted.length) - 1];
        double high = sorted[(int) Math.ceil(0.95 * sorted.length) - 1];
        assertThat(sampled.valueAtRisk95()).isCloseTo(-low, within(-2.1e-3 * low));
        assertThat(sampled.tailRatio()).isCloseTo(Math.abs(high / low), within(5e-3));
        double shortfall = -Arrays.stream(sorted).limit(150).average().orElseThrow();
        assertThat(sampled.expectedShortfall95()).isCloseTo(shortfall, within(1e-3 * shortfall));
        assertThat(sampled.expectedShortfall95()).isGreaterThan(sampled.valueAtRisk95());
    }

    @Test
    void ofNothingAllIsUnknown() {
        SampledReturns nothing = new SampledReturns();
        nothing.add(0);
        nothing.add(100);
        assertThat(nothing.number()).isZero();
        assertThat(new double[] {
                    nothing.mean(),
                    nothing.deviation(),
                    nothing.sortino(),
                    nothing.skewness(),
                    nothing.excessKurtosis(),
                    nothing.winRate(),
                    nothing.profitFactor(),
                    nothing.payoffRatio(),
                    nothing.valueAtRisk95(),
                    nothing.expectedShortfall95(),
                    nothing.tailRatio()
                })
                .containsOnly(Double.NaN);
    }
}
