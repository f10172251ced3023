package catallaxy.agents.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/**
 * An affine layer {@code y = x Wᵀ + b} whose tensors lie in a {@link ParameterVector}.
 *
 * @param weight index of W {@code [outputs, inputs]} among the views; b {@code [outputs]} follows it
 */
public record Linear(int weight, int inputs, int outputs) {
    /** Adds {@code name.weight} and {@code name.bias} to the layout. */
    public static Linear add(
            ParameterLayout layout, String name, int inputs, int outputs, Initialiser weights, Initialiser biases) {
        int weight = layout.tensor(name + ".weight", weights, outputs, inputs);
        layout.tensor(name + ".bias", biases, outputs);
        return new Linear(weight, inputs, outputs);
    }

    /**
     * The layer's sums.
     *
     * @param x {@code [B, inputs]}
     * @return {@code [B, outputs]}
     */
    public NDArray forward(NDList views, NDArray x) {
        return ai.djl.nn.core.Linear.linear(x, views.get(weight), views.get(weight + 1))
                .singletonOrThrow();
    }
}
