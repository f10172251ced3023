package catallaxy.agents.network;

import catallaxy.agents.learning.TensorStore;

/**
 * A multi-layer perceptron in plain Java, for acting in a market: every sum in a fixed order, so that an observation gets
 * the same answer to the last bit on every machine and in every batch. A network call of PyTorch may round differently from
 * one batch size to another. Immutable but for its scratch; owned by one thread.
 */
public final class FrozenMlp {
    private final float[][] weights;
    private final float[][] biases;
    private final Activation activation;
    private float[] from;
    private float[] to;

    /**
     * Reads {@code name.0.weight, name.0.bias, name.1.weight…} as {@link Mlp} names them.
     *
     * @throws IllegalArgumentException if there is no such network
     */
    public FrozenMlp(TensorStore tensors, String name, Activation activation) {
        int depth = 0;
        while (tensors.names().contains(name + "." + depth + ".weight")) {
            depth++;
        }
        if (depth == 0) {
            throw new IllegalArgumentException("no network '" + name + "' among " + tensors.names());
        }
        this.activation = activation;
        weights = new float[depth][];
        biases = new float[depth][];
        int widest = 0;
        for (int i = 0; i < depth; i++) {
            weights[i] = tensors.tensor(name + "." + i + ".weight").values();
            biases[i] = tensors.tensor(name + "." + i + ".bias").values();
            widest = Math.max(widest, Math.max(biases[i].length, weights[i].length / biases[i].length));
        }
        from = new float[widest];
        to = new float[widest];
    }

    public int inputs() {
        return weights[0].length / biases[0].length;
    }

    public int outputs() {
        return biases[biases.length - 1].length;
    }

    /**
     * The network's answer.
     *
     * @param x   {@code [inputs]}, starting at {@code offset}
     * @param out {@code [outputs]}, overwritten
     */
    public void forward(float[] x, int offset, float[] out) {
        System.arraycopy(x, offset, from, 0, inputs());
        for (int layer = 0; layer < weights.length; layer++) {
            affine(layer);
            if (layer < weights.length - 1) {
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
