package catallaxy.agents.network;

import catallaxy.agents.learning.TensorStore;
import java.util.ArrayList;
import java.util.List;

/**
 * A multi-layer perceptron in plain Java, for acting in a market: every sum in a fixed order, so that an observation gets
 * the same answer to the last bit on every machine and in every batch. A network call of PyTorch may round differently from
 * one batch size to another. Immutable but for its scratch; owned by one thread.
 */
public final class FrozenMlp implements FrozenNetwork {
    private final float[][] weights;
    private final float[][] biases;
    private final Activation activation;
    private final int activated;
    private float[] from;
    private float[] to;

    /**
     * Reads {@code name.0.weight, name.0.bias, name.1.weight…} as {@link Mlp} names them.
     *
     * @throws IllegalArgumentException if there is no such network
     */
    public FrozenMlp(TensorStore tensors, String name, Activation activation) {
        this(tensors, layers(tensors, name), activation, layers(tensors, name).size() - 1);
    }

    /** The same with the activation after the last layer, too: {@link Mlp#body}. */
    public static FrozenMlp body(TensorStore tensors, String name, Activation activation) {
        List<String> layers = layers(tensors, name);
        return new FrozenMlp(tensors, layers, activation, layers.size());
    }

    /**
     * One affine layer, {@code name.weight} and {@code name.bias}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static FrozenMlp layer(TensorStore tensors, String name) {
        return new FrozenMlp(tensors, List.of(name), Activation.RELU, 0);
    }

    private FrozenMlp(TensorStore tensors, List<String> layers, Activation activation, int activated) {
        this.activation = activation;
        this.activated = activated;
        weights = new float[layers.size()][];
        biases = new float[layers.size()][];
        int widest = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = tensors.tensor(layers.get(i) + ".weight").values();
            biases[i] = tensors.tensor(layers.get(i) + ".bias").values();
            widest = Math.max(widest, Math.max(biases[i].length, weights[i].length / biases[i].length));
        }
        from = new float[widest];
        to = new float[widest];
    }

    private static List<String> layers(TensorStore tensors, String name) {
        List<String> layers = new ArrayList<>();
        while (tensors.names().contains(name + "." + layers.size() + ".weight")) {
            layers.add(name + "." + layers.size());
        }
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("no network '" + name + "' among " + tensors.names());
        }
        return layers;
    }

    @Override
    public int inputs() {
        return weights[0].length / biases[0].length;
    }

    @Override
    public int outputs() {
        return biases[biases.length - 1].length;
    }

    @Override
    public void forward(float[] x, int offset, float[] out) {
        System.arraycopy(x, offset, from, 0, inputs());
        for (int layer = 0; layer < weights.length; layer++) {
            affine(layer);
            if (layer < activated) {
                activate(biases[layer].length);
            }
            float[] swap = from;
            from = to;
            to = swap;
        }
        System.arraycopy(from, 0, out, 0, outputs());
    }

    private void affine(int layer) {
        float[] weight = weights[layer];
        float[] bias = biases[layer];
        int inputs = weight.length / bias.length;
        for (int i = 0; i < bias.length; i++) {
            float sum = bias[i];
            for (int j = 0, w = i * inputs; j < inputs; j++, w++) {
                sum += weight[w] * from[j];
            }
            to[i] = sum;
        }
    }

    private void activate(int width) {
        for (int i = 0; i < width; i++) {
            to[i] = activation.apply(to[i]);
        }
    }
}
