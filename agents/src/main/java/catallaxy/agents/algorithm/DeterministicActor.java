package catallaxy.agents.algorithm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import catallaxy.agents.learning.ActionSpace;
import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Activation;
import catallaxy.agents.network.Adam;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.HostTensor;
import catallaxy.agents.network.Mlp;
import catallaxy.agents.network.ObservationNormaliser;
import catallaxy.agents.network.ParameterLayout;
import catallaxy.agents.network.ParameterVector;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.List;

/**
 * A policy without chance, {@code μ(s) = tanh f(s; φ)} in [−1, 1] a component, with its target network and optimiser. Its
 * learner owns it.
 */
final class DeterministicActor implements AutoCloseable {
    private static final float ADAM_EPSILON = 1e-8f;

    private final Compute compute;
    private final ActionSpace.Continuous space;
    private final int features;
    private final Mlp mlp;
    private final ParameterVector phi;
    private final ParameterVector target;
    private final Adam adam;
    private final ObservationNormaliser normaliser;
    private final HostTensor inputs;
    private final NDManager held;
    private final NDList constants;
    private final NDList targetConstants;

    /** @throws IllegalArgumentException if actions are choices */
    DeterministicActor(
            String algorithm,
            int features,
            ActionSpec actions,
            List<Integer> hidden,
            Activation activation,
            boolean normalises,
            long seed,
            Compute compute) {
        if (!(ActionSpace.of(actions) instanceof ActionSpace.Continuous continuous)) {
            throw new IllegalArgumentException(
                    algorithm + ": expected actions that are quantities, found choices; use dqn, rainbow, ppo or a2c");
        }
        this.compute = compute;
        this.features = features;
        space = continuous;
        ParameterLayout layout = new ParameterLayout();
        mlp = Mlp.uniform(layout, "policy", features, hidden, space.size(), activation);
        phi = layout.build(compute, RandomStream.of(seed, "learner/" + algorithm + "/policy"));
        target = phi.target(compute);
        adam = new Adam(compute, phi, ADAM_EPSILON);
        normaliser = new ObservationNormaliser(features, normalises);
        inputs = new HostTensor(features);
        held = compute.scope();
        constants = phi.constants(held);
        targetConstants = target.constants(held);
    }

    /** {@code A}. */
    int size() {
        return space.size();
    }

    ObservationNormaliser normaliser() {
        return normaliser;
    }

    /** Writes uniform actions {@code [B, A]}, as before anything is learned. */
    void exploreUniformly(RandomStream random, float[] chosen) {
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = (float) (2 * random.nextDouble() - 1);
        }
    }

    /**
     * Writes what to try in raw observations: the action with Gaussian noise, cut to [−1, 1].
     *
     * @param noise  its standard deviation
     * @param chosen {@code [B, A]}, overwritten
     */
    void explore(float[] observations, int rows, double noise, RandomStream random, float[] chosen) {
        float[] mean = actions(observations, rows);
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = (float) Math.clamp(mean[i] + noise * random.nextGaussian(), -1, 1);
        }
    }

    /** {@code [B, A]}: {@code μ(s; φ)} of raw observations. */
    private float[] actions(float[] observations, int rows) {
        float[] normalised = new float[rows * features];
        normaliser.normalise(observations, rows, normalised);
        return actions(normalised, rows, constants);
    }

    /** {@code [B, A]}: {@code μ(s; φ')} of normalised observations. */
    float[] targetActions(float[] observations, int rows) {
        return actions(observations, rows, targetConstants);
    }

    private float[] actions(float[] observations, int rows, NDList parameters) {
        try (NDManager scope = compute.scope()) {
            NDArray actions = mlp.forward(parameters, inputs.fill(observations, rows, scope))
                    .tanh();
            return actions.toFloatArray();
        }
    }

    /**
     * Differentiable {@code μ(s; φ)}.
     *
     * @param observations {@code [B, F]}, normalised
     * @return {@code [B, A]}
     */
    NDArray forward(NDArray observations, NDManager scope) {
        return mlp.forward(phi.views(scope), observations).tanh();
    }

    /** Follows the gradient collected, if any. */
    void step(double learningRate) {
        adam.step(learningRate);
    }

    /** {@code φ' ← φ' + τ (φ − φ')}. */
    void moveTarget(float tau) {
        target.moveTowards(phi, tau);
    }

    /** Writes actions of [−1, 1] in the units of the environment. */
    void denormalise(float[] normalised, int rows, float[] actions) {
        for (int i = 0; i < rows * size(); i++) {
            actions[i] = space.denormalised(i % size(), normalised[i]);
        }
    }

    BatchPolicy policy() {
        return (observations, masks, rows, actions) -> denormalise(actions(observations, rows), rows, actions);
    }

    void save(TensorStore tensors, StateWriter rest) {
        phi.save("", tensors);
        target.save("target.", tensors);
        adam.save("adam.policy.", tensors, rest);
        normaliser.save(tensors, rest);
    }

    void load(TensorStore tensors, StateReader rest) {
        phi.load("", tensors);
        target.load("target.", tensors);
        adam.load("adam.policy.", tensors, rest);
        normaliser.load(rest);
    }

    @Override
    public void close() {
        held.close();
        adam.close();
        target.close();
        phi.close();
    }
}
