package catallaxy.agents.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import org.junit.jupiter.api.Test;

class AdvantagesTest {
    private static final int LENGTH = 40;
    private static final int WORLDS = 3;
    private static final double DISCOUNT = 0.9;
    private static final double LAMBDA = 0.8;

    /** The definition: the sum of (γλ)^l δ[t + l] up to the end of the episode or of the rollout. */
    @Test
    void theRecursionIsTheDiscountedSumOfTemporalDifferences() {
        int rows = LENGTH * WORLDS;
        RandomStream random = RandomStream.of(1, "test");
        double[] rewards = new double[rows];
        float[] values = new float[rows];
        float[] nextValues = new float[rows];
        boolean[] terminated = new boolean[rows];
        boolean[] ended = new boolean[rows];
        for (int i = 0; i < rows; i++) {
            rewards[i] = random.nextGaussian();
            values[i] = (float) random.nextGaussian();
            nextValues[i] = (float) random.nextGaussian();
            terminated[i] = random.nextBoolean(0.1);
            ended[i] = terminated[i] || random.nextBoolean(0.1);
        }
        float[] out = new float[rows];
        Advantages.generalised(rewards, values, nextValues, terminated, ended, WORLDS, DISCOUNT, LAMBDA, out);
        for (int i = 0; i < rows; i++) {
            double sum = 0;
            double weight = 1;
            for (int j = i; j < rows; j += WORLDS) {
                double next = terminated[j] ? 0 : nextValues[j];
                sum += weight * (rewards[j] + DISCOUNT * next - values[j]);
                weight *= DISCOUNT * LAMBDA;
                if (ended[j]) {
                    break;
                }
            }
            assertThat((double) out[i]).as("row " + i).isCloseTo(sum, within(1e-5));
        }
    }

    @Test
    void normalisedAdvantagesHaveMeanZeroAndDeviationOne() {
        float[] advantages = {1, 2, 3, 10};
        Advantages.normalise(advantages);
        double sum = 0;
        double squares = 0;
        for (float value : advantages) {
            sum += value;
            squares += value * value;
        }
        assertThat(sum).isCloseTo(0, within(1e-5));
        assertThat(squares / advantages.length).isCloseTo(1, within(1e-5));
        assertThat(advantages).isSorted();
    }
}
