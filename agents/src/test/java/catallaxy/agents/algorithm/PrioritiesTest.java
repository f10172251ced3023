package catallaxy.agents.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import org.junit.jupiter.api.Test;

class PrioritiesTest {
    private static final double[] ERRORS = {0.5, 2, 0, 8};
    private static final double OMEGA = 0.5;

    @Test
    void frequenciesAndWeightsFollowTheirFormulas() {
        Priorities priorities = new Priorities(4, OMEGA);
        double total = 0;
        for (int i = 0; i < 4; i++) {
            priorities.add(i);
            priorities.update(i, i == 1 ? -ERRORS[i] : ERRORS[i]);
            total += Math.pow(ERRORS[i] + 1e-6, OMEGA);
        }
        int[] rows = new int[1000];
        int[] counts = new int[4];
        RandomStream random = RandomStream.of(1, "priorities");
        for (int round = 0; round < 100; round++) {
            priorities.sample(random, rows);
            for (int row : rows) {
                counts[row]++;
            }
        }
        for (int i = 0; i < 4; i++) {
            double p = Math.pow(ERRORS[i] + 1e-6, OMEGA) / total;
            assertThat(counts[i] / 100_000.0).as("four standard deviations").isCloseTo(p, within(0.0063));
        }
        float[] weights = new float[3];
        priorities.weigh(new int[] {0, 1, 3}, 4, 0.7, weights);
        for (int b = 0; b < 3; b++) {
            double error = ERRORS[new int[] {0, 1, 3}[b]];
            double expected = Math.pow(Math.pow(error, OMEGA) / Math.pow(0.5, OMEGA), -0.7);
            assertThat((double) weights[b]).isCloseTo(expected, within(1e-5));
        }
    }

    @Test
    void whatIsNewIsAsProbableAsTheMostSurprising() {
        Priorities priorities = new Priorities(3, OMEGA);
        priorities.add(0);
        priorities.update(0, 100);
        priorities.add(1);
        float[] weights = new float[2];
        priorities.weigh(new int[] {0, 1}, 2, 1, weights);
        assertThat(weights[1]).isEqualTo(weights[0]);
    }
}
