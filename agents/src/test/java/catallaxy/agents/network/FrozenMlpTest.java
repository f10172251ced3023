package catallaxy.agents.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.agents.learning.TensorStore;
import org.junit.jupiter.api.Test;

/** Small networks whose answers are worked out by hand. */
class FrozenMlpTest {
    /** Two inputs, three hidden, one output. */
    private static TensorStore network() {
        TensorStore tensors = new TensorStore();
        tensors.put("net.0.weight", new float[] {1, 2, -1, 0, 0.5f, 0.5f}, 3, 2);
        tensors.put("net.0.bias", new float[] {0, 1, -3}, 3);
        tensors.put("net.1.weight", new float[] {2, -1, 4}, 1, 3);
        tensors.put("net.1.bias", new float[] {-20}, 1);
        tensors.put("other.weight", new float[] {3, -3}, 2, 1);
        tensors.put("other.bias", new float[] {1, 2}, 2);
        return tensors;
    }

    private static float[] answer(FrozenMlp network, float... x) {
        float[] out = new float[network.outputs()];
        network.forward(x, 0, out);
        return out;
    }

    /** Hidden sums of (1, 3) are 7, 0, −1, so relu gives 7, 0, 0; of (−4, 0) they are −4, 5, −5. */
    @Test
    void activatesHiddenLayersOnly() {
        FrozenMlp frozen = new FrozenMlp(network(), "net", Activation.RELU);
        assertThat(frozen.inputs()).isEqualTo(2);
        assertThat(frozen.outputs()).isEqualTo(1);
        assertThat(answer(frozen, 1, 3)).containsExactly(-6);
        assertThat(answer(frozen, -4, 0)).containsExactly(-25);
        assertThat(answer(frozen, 1, 3))
                .as("nothing is left of the last answer")
                .containsExactly(-6);
    }

    @Test
    void aBodyActivatesItsLastLayerToo() {
        FrozenMlp body = FrozenMlp.body(network(), "net", Activation.RELU);
        assertThat(answer(body, 1, 3)).containsExactly(0);
        assertThat(answer(body, 10, 10)).containsExactly(68);
    }

    @Test
    void aLayerIsAffine() {
        FrozenMlp layer = FrozenMlp.layer(network(), "other");
        assertThat(layer.inputs()).isEqualTo(1);
        assertThat(answer(layer, -2)).containsExactly(-5, 8);
    }

    @Test
    void readsFromTheOffsetAndLeavesWhatItReads() {
        FrozenMlp frozen = new FrozenMlp(network(), "net", Activation.RELU);
        float[] x = {9, 9, 1, 3, 9};
        float[] out = {7, 7};
        frozen.forward(x, 2, out);
        assertThat(out).containsExactly(-6, 7);
        assertThat(x).containsExactly(9, 9, 1, 3, 9);
    }

    @Test
    void saysWhichNetworkThereIsNot() {
        TensorStore tensors = network();
        for (String absent : new String[] {"ne", "other", "net.0"}) {
            assertThatThrownBy(() -> new FrozenMlp(tensors, absent, Activation.RELU))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("no network '" + absent + "' among [net.0.weight, ");
        }
        assertThatThrownBy(() -> FrozenMlp.layer(tensors, "net"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no tensor 'net.weight'");
    }
}
