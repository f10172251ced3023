package catallaxy.agents.network;

import ai.djl.ndarray.NDArray;

/** What a hidden layer does to its sums. */
public enum Activation {
    TANH {
        @Override
        public NDArray apply(NDArray sums) {
            return sums.tanh();
        }

        @Override
        public float apply(float sum) {
            return (float) StrictMath.tanh(sum);
        }
    },
    RELU {
        @Override
        public NDArray apply(NDArray sums) {
            return ai.djl.nn.Activation.relu(sums);
        }

        @Override
        public float apply(float sum) {
            return Math.max(sum, 0);
        }
    },
    /**
     * {@code x / (1 + e^{−x})}: Elfwing, Uchibe and Doya 2018, https://arxiv.org/abs/1702.03118; smooth, unlike relu. DJL's own
     * {@code swish} multiplies by a plain number, which {@link Compute#gradients} forbids.
     */
    SILU {
        @Override
        public NDArray apply(NDArray sums) {
            return sums.mul(ai.djl.nn.Activation.sigmoid(sums));
        }

        @Override
        public float apply(float sum) {
            return (float) (sum / (1 + StrictMath.exp(-(double) sum)));
        }
    };

    /** On every element of a tensor, differentiable. */
    public abstract NDArray apply(NDArray sums);

    /** On one number, the same on every machine. */
    public abstract float apply(float sum);
}
