package catallaxy.agents.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.List;

/**
 * A multi-layer perceptron: hidden layers with an activation, then an affine one. It holds no numbers, only the places of
 * its tensors in a {@link ParameterVector}. Immutable.
 *
 * @param layers     hidden ones and the last
 * @param activation of the hidden layers
 */
public record Mlp(List<Linear> layers, Activation activation) {
    private static final Initialiser ZERO = new Initialiser.Constant(0);

    public Mlp {
        layers = List.copyOf(layers);
    }

    /**
     * Adds a network with orthogonal weights and zero biases, as policy-gradient methods begin (Andrychowicz et al. 2021,
     * https://arxiv.org/abs/2006.05990): gain √2 in hidden layers.
     *
     * @param outputGain of the last layer: 0.01 for a policy, 1 for a value
     */
    public static Mlp orthogonal(
            ParameterLayout layout,
            String name,
            int inputs,
            List<Integer> hidden,
            int outputs,
            Activation activation,
            double outputGain) {
        List<Linear> layers = new ArrayList<>();
        int width = inputs;
        for (int i = 0; i < hidden.size(); i++) {
            Initialiser weights = new Initialiser.Orthogonal(Math.sqrt(2));
            layers.add(Linear.add(layout, name + "." + i, width, hidden.get(i), weights, ZERO));
            width = hidden.get(i);
        }
        Initialiser weights = new Initialiser.Orthogonal(outputGain);
        layers.add(Linear.add(layout, name + "." + hidden.size(), width, outputs, weights, ZERO));
        return new Mlp(layers, activation);
    }

    /** Adds a network that begins as PyTorch's linear layers do: weights and biases uniform in ±1/√inputs. */
    public static Mlp uniform(
            ParameterLayout layout, String name, int inputs, List<Integer> hidden, int outputs, Activation activation) {
        List<Linear> layers = new ArrayList<>();
        int width = inputs;
        for (int i = 0; i <= hidden.size(); i++) {
            int next = i < hidden.size() ? hidden.get(i) : outputs;
            Initialiser spread = Initialiser.Uniform.ofInputs(width);
            layers.add(Linear.add(layout, name + "." + i, width, next, spread, spread));
            width = next;
        }
        return new Mlp(layers, activation);
    }

    /**
     * The network's answer.
     *
     * @param x {@code [B, inputs]}
     * @return {@code [B, outputs]}
     */
    public NDArray forward(NDList views, NDArray x) {
        NDArray hidden = x;
        for (int i = 0; i < layers.size() - 1; i++) {
            hidden = activation.apply(layers.get(i).forward(views, hidden));
        }
        return layers.getLast().forward(views, hidden);
    }

    /** {@code x} through all hidden layers, for networks with several heads. */
    public NDArray body(NDList views, NDArray x) {
        NDArray hidden = x;
        for (Linear layer : layers) {
            hidden = activation.apply(layer.forward(views, hidden));
        }
        return hidden;
    }

    /** Width of the first layer's input: features of one row. */
    public int inputs() {
        return layers.getFirst().inputs();
    }

    /** Width of the last layer's output: answers for one row. */
    public int outputs() {
        return layers.getLast().outputs();
    }
}
