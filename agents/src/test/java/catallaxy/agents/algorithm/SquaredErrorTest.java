package catallaxy.agents.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import org.junit.jupiter.api.Test;

class SquaredErrorTest {
    @Test
    void isTheMeanOfTheSquares() {
        float[] derivative = new float[2];
        double loss = SquaredError.differentiate(new float[] {3, -1}, new float[] {1, 0}, derivative);
        assertThat(loss).isEqualTo((4 + 1) / 2.0);
        assertThat(derivative).containsExactly(2, -1);
    }

    @Test
    void theDerivativeIsThatOfDifferences() {
        for (long seed = 1; seed <= 20; seed++) {
            RandomStream random = RandomStream.of(seed, "errors");
            int size = 1 + random.nextInt(6);
            float[] values = new float[size];
            float[] targets = new float[size];
            for (int b = 0; b < size; b++) {
                values[b] = (float) random.nextGaussian();
                targets[b] = (float) random.nextGaussian();
            }
            float[] derivative = new float[size];
            SquaredError.differentiate(values, targets, derivative);
            for (int b = 0; b < size; b++) {
                float[] above = values.clone();
                float[] below = values.clone();
                above[b] += 0.01f;
                below[b] -= 0.01f;
                double slope = (SquaredError.differentiate(above, targets, new float[size])
                                - SquaredError.differentiate(below, targets, new float[size]))
                        / ((double) above[b] - below[b]);
                assertThat((double) derivative[b]).as("seed %d", seed).isCloseTo(slope, within(1e-5));
            }
        }
    }
}
