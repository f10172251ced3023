package catallaxy.agents.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.DeviceChoice;
import catallaxy.agents.network.HostTensor;
import catallaxy.agents.network.ParameterLayout;
import catallaxy.agents.network.ParameterVector;
import catallaxy.environment.base.random.RandomStream;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two features, three hidden units, two choices of two atoms each, worked out again number by number. */
class RainbowNetworkTest {
    private static final int FEATURES = 2;
    private static final int HIDDEN = 3;
    private static final int CHOICES = 2;
    private static final int ATOMS = 2;
    private static final float[] SEEN = {0.5f, -2, 1.5f, 0.25f};

    private final Compute compute = Compute.open(DeviceChoice.CPU, 1);

    @AfterEach
    void close() {
        compute.close();
    }

    private static RainbowNetwork network(ParameterLayout layout, boolean duelling, double sigma) {
        return new RainbowNetwork(layout, FEATURES, List.of(HIDDEN), duelling, CHOICES, ATOMS, sigma);
    }

    /** A layer's answers to one row; weights are {@code [outputs, inputs]}. */
    private static double[] affine(TensorStore tensors, String name, double[] x) {
        TensorStore.Tensor weight = tensors.tensor(name + ".weight");
        float[] bias = tensors.tensor(name + ".bias").values();
        double[] y = new double[bias.length];
        assertThat(weight.shape()).containsExactly(y.length, x.length);
        for (int i = 0; i < y.length; i++) {
            y[i] = bias[i];
            for (int j = 0; j < x.length; j++) {
                y[i] += weight.values()[i * x.length + j] * x[j];
            }
        }
        return y;
    }

    private static double[] hidden(TensorStore tensors, int row) {
        double[] hidden = affine(tensors, "q.0", new double[] {SEEN[2 * row], SEEN[2 * row + 1]});
        for (int i = 0; i < hidden.length; i++) {
            hidden[i] = Math.max(0, hidden[i]);
        }
        return hidden;
    }

    private static TensorStore tensors(ParameterVector theta) {
        TensorStore tensors = new TensorStore();
        theta.save("", tensors);
        return tensors;
    }

    private static float[] answers(RainbowNetwork network, ParameterVector theta, NDManager scope) {
        NDArray x = new HostTensor(FEATURES).fill(SEEN, 2, scope);
        return network.forward(theta.views(scope), x).toFloatArray();
    }

    @Test
    void valuesAreThatOfTheStateAndAdvantagesLessTheirMean() {
        ParameterLayout layout = new ParameterLayout();
        RainbowNetwork network = network(layout, true, 0.5);
        try (ParameterVector theta = layout.build(compute, RandomStream.of(1, "parameters"));
                NDManager scope = compute.scope()) {
            TensorStore tensors = tensors(theta);
            float[] found = answers(network, theta, scope);
            assertThat(found).hasSize(2 * CHOICES * ATOMS);
            for (int row = 0; row < 2; row++) {
                double[] advantages = affine(tensors, "advantage", hidden(tensors, row));
                double[] value = affine(tensors, "value", hidden(tensors, row));
                for (int atom = 0; atom < ATOMS; atom++) {
                    double mean = (advantages[atom] + advantages[ATOMS + atom]) / 2;
                    for (int choice = 0; choice < CHOICES; choice++) {
                        double expected = value[atom] + advantages[choice * ATOMS + atom] - mean;
                        assertThat((double) found[(row * CHOICES + choice) * ATOMS + atom])
                                .isCloseTo(expected, within(1e-5));
                    }
                }
            }
        }
    }

    @Test
    void withoutDuellingTheSecondHeadAloneIsTheAnswer() {
        ParameterLayout layout = new ParameterLayout();
        RainbowNetwork network = network(layout, false, 0.5);
        try (ParameterVector theta = layout.build(compute, RandomStream.of(2, "parameters"));
                NDManager scope = compute.scope()) {
            TensorStore tensors = tensors(theta);
            assertThat(tensors.names()).doesNotContain("value.weight", "advantage.weight");
            float[] found = answers(network, theta, scope);
            for (int row = 0; row < 2; row++) {
                double[] expected = affine(tensors, "q.1", hidden(tensors, row));
                for (int i = 0; i < expected.length; i++) {
                    assertThat((double) found[row * expected.length + i]).isCloseTo(expected[i], within(1e-5));
                }
            }
        }
    }

    @Test
    void noiseMovesTheAnswersAndNoneOfNoSizeDoes() {
        for (double sigma : new double[] {0, 0.5}) {
            ParameterLayout layout = new ParameterLayout();
            RainbowNetwork network = network(layout, true, sigma);
            RainbowNetwork.Noise noise = network.noise();
            RandomStream random = RandomStream.of(3, "noise");
            try (ParameterVector theta = layout.build(compute, RandomStream.of(3, "parameters"));
                    NDManager scope = compute.scope()) {
                float[] without = answers(network, theta, scope);
                noise.resample(random, 1);
                float[] first = noisy(network, theta, noise, scope);
                assertThat(noisy(network, theta, noise, scope))
                        .as("the same draw")
                        .isEqualTo(first);
                noise.resample(random, 2);
                float[] second = noisy(network, theta, noise, scope);
                if (sigma == 0) {
                    assertThat(first).containsExactly(without, within(1e-6f));
                    assertThat(second).containsExactly(without, within(1e-6f));
                } else {
                    assertThat(first).isNotEqualTo(without).isNotEqualTo(second);
                }
            }
        }
    }

    private static float[] noisy(
            RainbowNetwork network, ParameterVector theta, RainbowNetwork.Noise noise, NDManager scope) {
        NDArray x = new HostTensor(FEATURES).fill(SEEN, 2, scope);
        return network.forward(theta.views(scope), x, noise, scope).toFloatArray();
    }
}
