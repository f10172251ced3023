package catallaxy.agents.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.learning.VectorStep;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RewardScalerTest {
    private static final double DISCOUNT = 0.9;
    private static final int WORLDS = 3;

    private static VectorStep lived(RandomStream random) {
        VectorStep step = new VectorStep(WORLDS, 1, 1);
        for (int i = 0; i < WORLDS; i++) {
            step.rewards()[i] = 5 * random.nextGaussian() + 1;
            step.terminated()[i] = random.nextInt(10) == 0;
            step.truncated()[i] = !step.terminated()[i] && random.nextInt(10) == 0;
        }
        return step;
    }

    private static double[] scaled(RewardScaler scaler, VectorStep step) {
        double[] out = new double[WORLDS];
        scaler.scale(step, out);
        return out;
    }

    /** The deviation of all discounted returns so far, worked out anew from the list of them at each step. */
    @Test
    void rewardsAreDividedByTheDeviationOfTheReturnsSoFar() {
        for (long seed = 1; seed <= 20; seed++) {
            RandomStream random = RandomStream.of(seed, "rewards");
            RewardScaler scaler = new RewardScaler(true, DISCOUNT, WORLDS);
            List<Double> returns = new ArrayList<>();
            double[] present = new double[WORLDS];
            for (int t = 0; t < 60; t++) {
                VectorStep step = lived(random);
                for (int i = 0; i < WORLDS; i++) {
                    present[i] = DISCOUNT * present[i] + step.rewards()[i];
                    returns.add(present[i]);
                    present[i] = step.ended(i) ? 0 : present[i];
                }
                double deviation = Math.sqrt(variance(returns) + 1e-8);
                double[] found = scaled(scaler, step);
                for (int i = 0; i < WORLDS; i++) {
                    double expected = Math.max(-10, Math.min(10, step.rewards()[i] / deviation));
                    assertThat(found[i]).as("seed %d, step %d", seed, t).isCloseTo(expected, within(1e-9));
                }
            }
        }
    }

    private static double variance(List<Double> values) {
        double mean = values.stream().mapToDouble(each -> each).average().orElseThrow();
        return values.stream()
                .mapToDouble(each -> (each - mean) * (each - mean))
                .average()
                .orElseThrow();
    }

    /** The returns of the first step of worlds that are rewarded alike do not vary. */
    @Test
    void whatDoesNotVaryYetIsCutAtTen() {
        VectorStep step = new VectorStep(WORLDS, 1, 1);
        step.rewards()[0] = 1;
        step.rewards()[1] = 1;
        step.rewards()[2] = 1;
        assertThat(scaled(new RewardScaler(true, DISCOUNT, WORLDS), step)).containsOnly(10);
        step.rewards()[0] = -1;
        step.rewards()[1] = -1;
        step.rewards()[2] = -1;
        assertThat(scaled(new RewardScaler(true, DISCOUNT, WORLDS), step)).containsOnly(-10);
    }

    @Test
    void switchedOffItChangesNothing() {
        VectorStep step = lived(RandomStream.of(1, "rewards"));
        step.rewards()[0] = 1e6;
        assertThat(scaled(new RewardScaler(false, DISCOUNT, WORLDS), step)).isEqualTo(step.rewards());
    }

    @Test
    void goesOnFromWhereItWasSaved() {
        RandomStream random = RandomStream.of(4, "rewards");
        RewardScaler scaler = new RewardScaler(true, DISCOUNT, WORLDS);
        for (int t = 0; t < 17; t++) {
            scaled(scaler, lived(random));
        }
        StateWriter out = new StateWriter();
        TensorStore tensors = new TensorStore();
        scaler.save(tensors, out);
        assertThat(tensors.notes()).containsEntry("rewards.scaled", true).containsEntry("rewards.returns", 51L);
        RewardScaler loaded = new RewardScaler(true, DISCOUNT, WORLDS);
        StateReader in = new StateReader(out.toBytes());
        loaded.load(in);
        in.end();
        for (int t = 0; t < 5; t++) {
            VectorStep step = lived(random);
            assertThat(scaled(loaded, step)).isEqualTo(scaled(scaler, step));
        }
    }
}
