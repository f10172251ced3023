package catallaxy.agents.algorithm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import catallaxy.agents.learning.ActionSpace;
import catallaxy.agents.network.Adam;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.HostTensor;
import catallaxy.agents.network.Mlp;
import catallaxy.agents.network.ParameterLayout;
import catallaxy.agents.network.ParameterVector;
import catallaxy.environment.market.random.RandomStream;
import java.util.function.BiFunction;

/**
 * A policy network and a value network, apart from each other, with one optimiser over both. Owned by one learner.
 *
 * @param policy {@code [B, F]} → {@code [B, outputs]} of the distribution
 * @param value  {@code [B, F]} → {@code [B, 1]}
 */
record ActorCritic(
        Compute compute,
        Mlp policy,
        Mlp value,
        ActionDistribution distribution,
        ParameterVector theta,
        Adam adam,
        HostTensor input)
        implements AutoCloseable {
    /** Rows of one network call: more do not fit a core's cache. */
    private static final int CHUNK = 8192;

    private static final float ADAM_EPSILON = 1e-5f;

    static ActorCritic create(
            PolicyShape shape, int features, ActionSpace space, Compute compute, RandomStream random) {
        ParameterLayout layout = new ParameterLayout();
        ActionDistribution distribution = switch (space) {
            case ActionSpace.Discrete discrete -> new CategoricalDistribution(discrete);
            case ActionSpace.Continuous continuous -> new GaussianDistribution(continuous, layout, shape.logStd());
        };
        Mlp policy = Mlp.orthogonal(
                layout, "policy", features, shape.hidden(), distribution.outputs(), shape.activation(), 0.01);
        Mlp value = Mlp.orthogonal(layout, "value", features, shape.hidden(), 1, shape.activation(), 1);
        ParameterVector theta = layout.build(compute, random);
        ActorCritic made = new ActorCritic(
                compute,
                policy,
                value,
                distribution,
                theta,
                new Adam(compute, theta, ADAM_EPSILON),
                new HostTensor(features));
        made.refresh(1);
        return made;
    }

    /**
     * To be called after the parameters changed.
     *
     * @param remaining share of the training that is left
     */
    void refresh(double remaining) {
        try (NDManager scope = compute.scope()) {
            distribution.refresh(theta.constants(scope), remaining);
        }
    }

    /** Differentiable {@code [B, outputs]} of the policy for normalised observations {@code [B, F]}. */
    NDArray outputs(NDList views, NDArray observations) {
        return distribution.outputs(policy.forward(views, observations));
    }

    /** {@code [rows, outputs]} of the policy for {@code [rows, F]} normalised observations. */
    float[] outputs(float[] observations, int rows) {
        return evaluate(this::outputs, distribution.outputs(), observations, rows);
    }

    /** {@code [rows]} values of {@code [rows, F]} normalised observations. */
    float[] values(float[] observations, int rows) {
        return evaluate(value::forward, 1, observations, rows);
    }

    private float[] evaluate(BiFunction<NDList, NDArray, NDArray> network, int width, float[] observations, int rows) {
        if (rows <= CHUNK) {
            return evaluateChunk(network, observations, rows);
        }
        int features = policy.inputs();
        float[] all = new float[rows * width];
        float[] part = new float[CHUNK * features];
        for (int begin = 0; begin < rows; begin += CHUNK) {
            int size = Math.min(CHUNK, rows - begin);
            System.arraycopy(observations, begin * features, part, 0, size * features);
            float[] answers = evaluateChunk(network, part, size);
            System.arraycopy(answers, 0, all, begin * width, answers.length);
        }
        return all;
    }

    private float[] evaluateChunk(BiFunction<NDList, NDArray, NDArray> network, float[] observations, int rows) {
        try (NDManager scope = compute.scope()) {
            return network.apply(theta.constants(scope), input.fill(observations, rows, scope))
                    .toFloatArray();
        }
    }

    @Override
    public void close() {
        adam.close();
        theta.close();
    }
}
