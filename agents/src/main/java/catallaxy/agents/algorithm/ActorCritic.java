package catallaxy.agents.algorithm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import catallaxy.agents.learning.ActionSpace;
import catallaxy.agents.network.Adam;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.HostTensor;
import catallaxy.agents.network.Mlp;
import catallaxy.agents.network.ParameterLayout;
import catallaxy.agents.network.ParameterVector;
import catallaxy.environment.base.random.RandomStream;
import java.util.function.BiFunction;

/**
 * A policy network, {@code [B, F]} to the outputs of the distribution, and a value network, {@code [B, F]} to {@code [B]},
 * apart from each other, with one optimiser over both. Owned by one learner.
 */
final class ActorCritic implements AutoCloseable {
    /** Rows of one network call: more do not fit a core's cache. */
    private static final int CHUNK = 8192;

    private static final float ADAM_EPSILON = 1e-5f;

    private final Compute compute;
    private final Mlp policy;
    private final Mlp value;
    private final ActionDistribution distribution;
    private final ParameterVector theta;
    private final Adam adam;
    private final HostTensor input;
    private final HostTensor outputDerivatives;
    private final HostTensor valueDerivatives = new HostTensor(1);
    private final NDManager held;
    private final NDList constants;
    private float[] byOutputs = {};
    private float[] byValues = {};

    /** The derivatives of a loss by all that the networks answered to a minibatch. */
    @FunctionalInterface
    interface Loss {
        /**
         * Writes both derivatives.
         *
         * @param outputs   {@code [B, outputs]}
         * @param values    {@code [B]}
         * @param byOutputs {@code [B, outputs]}, to be overwritten
         * @param byValues  {@code [B]}, to be overwritten
         */
        void differentiate(float[] outputs, float[] values, float[] byOutputs, float[] byValues);
    }

    ActorCritic(PolicyShape shape, int features, ActionSpace space, Compute compute, RandomStream random) {
        this.compute = compute;
        ParameterLayout layout = new ParameterLayout();
        distribution = switch (space) {
            case ActionSpace.Discrete discrete -> new CategoricalDistribution(discrete);
            case ActionSpace.Continuous continuous -> new GaussianDistribution(continuous, layout, shape.logStd());
        };
        policy = Mlp.orthogonal(
                layout, "policy", features, shape.hidden(), distribution.sums(), shape.activation(), 0.01);
        value = Mlp.orthogonal(layout, "value", features, shape.hidden(), 1, shape.activation(), 1);
        theta = layout.build(compute, random);
        adam = new Adam(compute, theta, ADAM_EPSILON);
        input = new HostTensor(features);
        outputDerivatives = new HostTensor(distribution.outputs());
        held = compute.scope();
        constants = theta.constants(held);
    }

    ActionDistribution distribution() {
        return distribution;
    }

    ParameterVector theta() {
        return theta;
    }

    Adam adam() {
        return adam;
    }

    private NDArray outputs(NDList views, NDArray observations) {
        return distribution.outputs(views, policy.forward(views, observations));
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
            return network.apply(constants, input.fill(observations, rows, scope))
                    .toFloatArray();
        }
    }

    /**
     * Carries a loss back through both networks and adds to the parameters' gradient.
     *
     * @param observations {@code [rows, F]}, normalised
     */
    void backward(float[] observations, int rows, Loss loss) {
        if (byValues.length != rows) {
            byOutputs = new float[rows * distribution.outputs()];
            byValues = new float[rows];
        }
        try (NDManager scope = compute.scope();
                GradientCollector gradients = compute.gradients()) {
            NDList views = theta.views(scope);
            NDArray x = input.fill(observations, rows, scope);
            NDArray outputs = outputs(views, x);
            NDArray values = value.forward(views, x);
            loss.differentiate(outputs.toFloatArray(), values.toFloatArray(), byOutputs, byValues);
            NDArray byPolicy =
                    outputs.mul(outputDerivatives.fill(byOutputs, rows, scope)).sum();
            NDArray byValue =
                    values.mul(valueDerivatives.fill(byValues, rows, scope)).sum();
            gradients.backward(byPolicy.add(byValue));
        }
    }

    @Override
    public void close() {
        held.close();
        adam.close();
        theta.close();
    }
}
