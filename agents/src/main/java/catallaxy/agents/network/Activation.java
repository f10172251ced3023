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
    };

    /** On every element of a tensor, differentiable. */
    public abstract NDArray apply(NDArray sums);

    /** On one number, the same on every machine. */
    public abstract float apply(float sum);
}
