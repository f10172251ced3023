package catallaxy.agents.algorithm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import catallaxy.agents.learning.ActionSpace;
import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.HostTensor;
import catallaxy.agents.network.Mlp;
import catallaxy.agents.network.ObservationNormaliser;
import catallaxy.agents.network.ParameterLayout;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * A policy without chance, {@code μ(s) = tanh f(s; φ)} in [−1, 1] a component, with its target network and optimiser. Its
 * learner owns it.
 */
final class DeterministicActor implements AutoCloseable {
    private final Compute compute;
    private final ActionSpace.Continuous space;
    private final int features;
    private final Mlp mlp;
    private final TargetedParameters parameters;
    private final ObservationNormaliser normaliser;
    private final HostTensor inputs;

    /** @throws IllegalArgumentException if actions are choices */
    DeterministicActor(String algorithm, DeterministicSettings settings, LearningTask task, Compute compute) {
        if (!(task.space() instanceof ActionSpace.Continuous continuous)) {
            throw new IllegalArgumentException(
                    algorithm + ": expected actions that are quantities, found choices; use dqn, rainbow, ppo or a2c");
        }
        this.compute = compute;
        features = task.features();
        space = continuous;
        ParameterLayout layout = new ParameterLayout();
        mlp = Mlp.uniform(layout, "policy", features, settings.hidden(), space.size(), settings.activation());
        parameters = new TargetedParameters(
                "adam.policy.", layout, task.stream(algorithm, "policy"), TargetedParameters.ADAM_EPSILON, compute);
        normaliser = new ObservationNormaliser(features, settings.normaliseObservations());
        inputs = new HostTensor(features);
    }

    /** {@code A}. */
    int size() {
        return space.size();
    }

    ObservationNormaliser normaliser() {
        return normaliser;
    }

    /** {@code [B, A]}: {@code μ(s; φ)} of raw observations. */
    float[] actions(float[] observations, int rows) {
        float[] normalised = new float[rows * features];
        normaliser.normalise(observations, rows, normalised);
        return actions(normalised, rows, parameters.constants());
    }

    /** {@code [B, A]}: {@code μ(s; φ')} of normalised observations. */
    float[] targetActions(float[] observations, int rows) {
        return actions(observations, rows, parameters.targetConstants());
    }

    private float[] actions(float[] observations, int rows, NDList phi) {
        try (NDManager scope = compute.scope()) {
            NDArray actions =
                    mlp.forward(phi, inputs.fill(observations, rows, scope)).tanh();
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
        return mlp.forward(parameters.views(scope), observations).tanh();
    }

    /** Follows the gradient collected, if any. */
    void step(double learningRate) {
        parameters.step(learningRate);
    }

    /** {@code φ' ← φ' + τ (φ − φ')}. */
    void moveTarget(double tau) {
        parameters.moveTarget(tau);
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
        parameters.save(tensors, rest);
        normaliser.save(tensors, rest);
    }

    void load(TensorStore tensors, StateReader rest) {
        parameters.load(tensors, rest);
        normaliser.load(rest);
    }

    @Override
    public void close() {
        parameters.close();
    }
}
