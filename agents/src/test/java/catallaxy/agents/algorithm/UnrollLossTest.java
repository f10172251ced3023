package catallaxy.agents.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import org.junit.jupiter.api.Test;

class UnrollLossTest {
    private static final CompressedSupport SUPPORT = new CompressedSupport(2);
    private static final int ACTIONS = 3;
    private static final int WIDTH = ACTIONS + 5;
    private static final float STEP = 1e-2f;

    /** Two pieces of two steps; of the second one nothing is known from its second step on. */
    private static UnrollBatch batch() {
        UnrollBatch batch = UnrollBatch.of(2, 2, 1, ACTIONS);
        double[] rewards = {0.5, -1, 2, Double.NaN};
        double[] values = {1, -2, 0.1, Double.NaN, 3, Double.NaN};
        float[][] policies = {{0.2f, 0.3f, 0.5f}, {1, 0, 0}, {0, 0.5f, 0.5f}, {0, 0, 0}, {0, 1, 0}, {0, 0, 0}};
        System.arraycopy(rewards, 0, batch.rewards(), 0, rewards.length);
        System.arraycopy(values, 0, batch.values(), 0, values.length);
        for (int row = 0; row < policies.length; row++) {
            System.arraycopy(policies[row], 0, batch.policies(), row * ACTIONS, ACTIONS);
        }
        return batch;
    }

    private static UnrollLoss loss() {
        return new UnrollLoss(batch(), SUPPORT, 0.25);
    }

    private static float[] logits(int size, long seed) {
        RandomStream random = RandomStream.of(seed, "logits");
        float[] logits = new float[size];
        for (int i = 0; i < size; i++) {
            logits[i] = (float) random.nextGaussian();
        }
        return logits;
    }

    private static double ofPredictions(float[] outputs) {
        UnrollLoss loss = loss();
        loss.ofPredictions(outputs);
        return loss.policyLoss() + loss.valueLoss();
    }

    private static double ofRewards(float[] outputs) {
        UnrollLoss loss = loss();
        loss.ofRewards(outputs);
        return loss.rewardLoss();
    }

    @Test
    void derivativesAreThoseOfTheLoss() {
        float[] predictions = logits(6 * WIDTH, 1);
        assertDerivatives(predictions, loss().ofPredictions(predictions), UnrollLossTest::ofPredictions);
        float[] rewards = logits(4 * 5, 2);
        assertDerivatives(rewards, loss().ofRewards(rewards), UnrollLossTest::ofRewards);
    }

    private interface Total {
        double of(float[] outputs);
    }

    private static void assertDerivatives(float[] outputs, float[] derivative, Total total) {
        for (int i = 0; i < outputs.length; i++) {
            float kept = outputs[i];
            outputs[i] = kept + STEP;
            double above = total.of(outputs);
            outputs[i] = kept - STEP;
            double below = total.of(outputs);
            outputs[i] = kept;
            assertThat((double) derivative[i]).as("output %s", i).isCloseTo((above - below) / (2 * STEP), within(1e-4));
        }
    }

    @Test
    void whatIsNotKnownTeachesNothing() {
        float[] derivative = loss().ofPredictions(logits(6 * WIDTH, 3));
        for (int row : new int[] {3, 5}) {
            for (int i = 0; i < WIDTH; i++) {
                assertThat(derivative[row * WIDTH + i]).isZero();
            }
        }
        assertThat(derivative[4 * WIDTH]).isNotZero();
    }

    /** Equal logits: ln A for policies, ln atoms for numbers; the beginning counts 1, both further steps ½. */
    @Test
    void theBeginningCountsAsMuchAsAllFurtherSteps() {
        UnrollLoss loss = loss();
        loss.ofPredictions(new float[6 * WIDTH]);
        loss.ofRewards(new float[4 * 5]);
        double rows = 2;
        assertThat(loss.policyLoss()).isCloseTo((2 + 0.5 + 0.5) / rows * Math.log(ACTIONS), within(1e-6));
        assertThat(loss.valueLoss()).isCloseTo(0.25 * (2 + 0.5 + 0.5) / rows * Math.log(5), within(1e-6));
        assertThat(loss.rewardLoss()).isCloseTo(3 * 0.5 / rows * Math.log(5), within(1e-6));
    }
}
