package catallaxy.agents.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The figures by hand, and the divergence of two normal policies against its closed form. */
class UpdateFiguresTest {
    @Test
    void explainsAllNothingOrLess() {
        float[] returns = {1, 2, 3, 6};
        assertThat(UpdateFigures.explainedVariance(returns, returns)).isEqualTo(1);
        assertThat(UpdateFigures.explainedVariance(new float[] {3, 3, 3, 3}, returns))
                .isEqualTo(0);
        assertThat(UpdateFigures.explainedVariance(new float[] {-1, -2, -3, -6}, returns))
                .isEqualTo(-3);
    }

    /** Deviations of returns from 3 are −2, −1, 0, 3; errors 1, 1, 2, 4 deviate from 2 by −1, −1, 0, 2. */
    @Test
    void aConstantErrorIsNotCounted() {
        float[] returns = {1, 2, 3, 6};
        assertThat(UpdateFigures.explainedVariance(new float[] {11, 12, 13, 16}, returns))
                .isEqualTo(1);
        assertThat(UpdateFigures.explainedVariance(new float[] {0, 1, 1, 2}, returns))
                .isCloseTo(1 - 6.0 / 14, within(1e-12));
    }

    /** Whose mean is not always one of them after rounding. */
    @Test
    void returnsThatAreAllTheSameHaveNoVarianceToExplain() {
        for (int n = 1; n <= 50; n++) {
            float[] returns = new float[n];
            float[] values = new float[n];
            for (float each : new float[] {0, 1, 0.1f, -0.7f, 1e7f}) {
                Arrays.fill(returns, each);
                values[0] = 1;
                assertThat(UpdateFigures.explainedVariance(values, returns))
                        .as("%d returns of %s", n, each)
                        .isNaN();
            }
        }
    }

    @Test
    void approximatesTheDivergenceByHand() {
        assertThat(UpdateFigures.approximateKl(new float[] {0, 0})).isZero();
        float up = (float) Math.log(2);
        float down = (float) Math.log(0.5);
        double expected = ((1 - Math.log(2)) + (-0.5 - Math.log(0.5))) / 2;
        assertThat(UpdateFigures.approximateKl(new float[] {up, down})).isCloseTo(expected, within(1e-7));
    }

    /** KL(N(0, 1) ‖ N(δ, 1)) = δ²/2; the log ratio of a draw x is δ x − δ²/2. Four standard errors as drawn. */
    @Test
    void approximatesTheDivergenceOfNormalPolicies() {
        double delta = 0.3;
        int n = 20_000;
        RandomStream random = RandomStream.of(2, "divergence");
        float[] logRatios = new float[n];
        double squares = 0;
        for (int i = 0; i < n; i++) {
            logRatios[i] = (float) (delta * random.nextGaussian() - delta * delta / 2);
            double term = Math.expm1(logRatios[i]) - logRatios[i] - delta * delta / 2;
            squares += term * term;
        }
        assertThat(UpdateFigures.approximateKl(logRatios))
                .isCloseTo(delta * delta / 2, within(4 * Math.sqrt(squares / n / n)));
    }

    @Test
    void countsTheRatiosOutsideTheClip() {
        float[] logRatios = {
            0, (float) Math.log(1.19), (float) Math.log(1.21), (float) Math.log(0.81), (float) Math.log(0.79)
        };
        assertThat(UpdateFigures.clipFraction(logRatios, 0.2)).isEqualTo(0.4);
        assertThat(UpdateFigures.clipFraction(logRatios, 0.3)).isZero();
    }
}
