package catallaxy.agents.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class NStepQueueTest {
    private static final double DISCOUNT = 0.5;

    private static void add(NStepQueue queue, float observation, double reward) {
        queue.add(new float[] {9, 9, observation, observation + 0.5f}, new float[] {9, -observation}, 1, reward);
    }

    private static float[] removed(NStepQueue queue) {
        float[] observations = new float[4];
        float[] actions = new float[2];
        queue.removeFirst(observations, actions, 1);
        assertThat(observations[0] + observations[1] + actions[0])
                .as("the row above")
                .isZero();
        return new float[] {observations[2], observations[3], actions[1]};
    }

    @Test
    void theReturnIsTheDiscountedSumOfWhatIsThere() {
        NStepQueue queue = new NStepQueue(3, 2, 1, DISCOUNT);
        assertThat(queue.discountedReturn()).isZero();
        assertThat(queue.discountAfter()).isEqualTo(1);
        add(queue, 1, 4);
        add(queue, 2, 6);
        assertThat(queue.full()).isFalse();
        assertThat(queue.discountedReturn()).isEqualTo(4 + 0.5 * 6);
        assertThat(queue.discountAfter()).isEqualTo(0.25);
        add(queue, 3, -8);
        assertThat(queue.full()).isTrue();
        assertThat(queue.discountedReturn()).isEqualTo(4 + 0.5 * 6 - 0.25 * 8);
        assertThat(removed(queue)).containsExactly(1, 1.5f, -1);
        assertThat(queue.discountedReturn()).isEqualTo(6 - 0.5 * 8);
        assertThat(queue.size()).isEqualTo(2);
    }

    /** A step of the twin: what was observed and earned. */
    private record Step(float observation, double reward) {}

    @Test
    void afterAnyCourseItIsAQueueOfTheLatestSteps() {
        for (long seed = 1; seed <= 100; seed++) {
            RandomStream random = RandomStream.of(seed, "queue");
            int steps = 1 + random.nextInt(5);
            NStepQueue queue = new NStepQueue(steps, 2, 1, DISCOUNT);
            Deque<Step> twin = new ArrayDeque<>();
            for (int i = 0; i < 60; i++) {
                if (queue.full() || (queue.size() > 0 && random.nextInt(3) == 0)) {
                    assertThat(removed(queue)[0])
                            .as("seed %d", seed)
                            .isEqualTo(twin.removeFirst().observation());
                } else {
                    Step step = new Step(i, random.nextGaussian());
                    add(queue, step.observation(), step.reward());
                    twin.addLast(step);
                }
                queue = i % 7 == 0 ? reloaded(queue, steps) : queue;
                assertThat(queue.size()).as("seed %d", seed).isEqualTo(twin.size());
                assertThat(queue.discountedReturn()).as("seed %d", seed).isCloseTo(discounted(twin), within(1e-12));
                assertThat(queue.discountAfter()).as("seed %d", seed).isEqualTo(Math.pow(DISCOUNT, twin.size()));
            }
        }
    }

    private static NStepQueue reloaded(NStepQueue queue, int steps) {
        StateWriter out = new StateWriter();
        queue.save(out);
        NStepQueue loaded = new NStepQueue(steps, 2, 1, DISCOUNT);
        StateReader in = new StateReader(out.toBytes());
        loaded.load(in);
        in.end();
        return loaded;
    }

    private static double discounted(Deque<Step> steps) {
        double sum = 0;
        double weight = 1;
        for (Step step : steps) {
            sum += weight * step.reward();
            weight *= DISCOUNT;
        }
        return sum;
    }
}
