package catallaxy.agents.algorithm;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Adam;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.ParameterLayout;
import catallaxy.agents.network.ParameterVector;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * Parameters θ of networks under their optimiser, and θ⁻ (or θ'), which follow them and give targets that keep still. Owned by
 * one learner, which closes them.
 */
final class TargetedParameters implements AutoCloseable {
    static final float ADAM_EPSILON = 1e-8f;

    private final String optimiser;
    private final ParameterVector theta;
    private final ParameterVector target;
    private final Adam adam;
    private final NDManager held;
    private final NDList constants;
    private final NDList targetConstants;

    /**
     * Both equal at first.
     *
     * @param optimiser   what its tensors begin with in checkpoints: {@code adam.}
     * @param layout      of all networks
     * @param random      draws the first weights
     * @param adamEpsilon Adam's ε
     */
    TargetedParameters(
            String optimiser, ParameterLayout layout, RandomStream random, float adamEpsilon, Compute compute) {
        this.optimiser = optimiser;
        theta = layout.build(compute, random);
        target = theta.target(compute);
        adam = new Adam(compute, theta, adamEpsilon);
        held = compute.scope();
        constants = theta.constants(held);
        targetConstants = target.constants(held);
    }

    /** θ; gradients of what is computed from them are collected. */
    NDList views(NDManager scope) {
        return theta.views(scope);
    }

    /** θ, without gradient. */
    NDList constants() {
        return constants;
    }

    /** θ⁻. */
    NDList targetConstants() {
        return targetConstants;
    }

    /** Follows the gradient collected; see {@link Adam#step(double)}. */
    void step(double learningRate) {
        adam.step(learningRate);
    }

    /** Follows the gradient collected, shortened to a length; see {@link Adam#step(double, double)}. */
    void step(double learningRate, double maxNorm) {
        adam.step(learningRate, maxNorm);
    }

    /** Steps so far. */
    long updates() {
        return adam.updates();
    }

    /** {@code θ⁻ ← θ⁻ + τ (θ − θ⁻)}. */
    void moveTarget(double tau) {
        target.moveTowards(theta, (float) tau);
    }

    /** Puts θ by their names, θ⁻ after {@code target.}, and the optimiser. */
    void save(TensorStore tensors, StateWriter rest) {
        theta.save("", tensors);
        target.save("target.", tensors);
        adam.save(optimiser, tensors, rest);
    }

    void load(TensorStore tensors, StateReader rest) {
        theta.load("", tensors);
        target.load("target.", tensors);
        adam.load(optimiser, tensors, rest);
    }

    @Override
    public void close() {
        held.close();
        adam.close();
        target.close();
        theta.close();
    }
}
