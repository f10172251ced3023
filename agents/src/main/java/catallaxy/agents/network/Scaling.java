package catallaxy.agents.network;

import ai.djl.ndarray.NDArray;

/** Products of tensors and plain numbers that gradients can flow through. */
public final class Scaling {
    private Scaling() {}

    /**
     * {@code factor · x}. DJL's own product with a number keeps that number in a Java buffer which nothing holds any more when
     * the gradient is computed; after a garbage collection the gradient is multiplied by whatever stands there then.
     *
     * @param x of a scope that stays open until the gradient has been computed
     */
    public static NDArray scaled(NDArray x, double factor) {
        return x.mul(x.getManager().create((float) factor));
    }
}
