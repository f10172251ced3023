package catallaxy.agents.algorithm;

import catallaxy.agents.learning.ActionSpace;
import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Activation;
import catallaxy.agents.network.Compute;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;
import java.util.Optional;

/** Advantage actor–critic, as it is registered. */
public final class A2cKind extends OwnKind<A2c.Config> {
    /** The kind, which has no state. */
    public A2cKind() {
        super("a2c", A2c.Config.class);
    }

    @Override
    public boolean gives(ActionSpace actions) {
        return true;
    }

    @Override
    public A2c create(
            A2c.Config config,
            ObservationSpec observations,
            ActionSpec actions,
            int worlds,
            long seed,
            long totalSteps,
            Compute compute) {
        return new A2c(config, observations, actions, worlds, seed, totalSteps, compute);
    }

    @Override
    public BatchPolicy policy(A2c.Config config, TensorStore tensors, int features, ActionSpec actions) {
        return FrozenPolicy.ofActor(tensors, config.networks().activation(), features, actions);
    }

    @Override
    public Optional<Activation> perceptron(A2c.Config config) {
        return Optional.of(config.networks().activation());
    }

    @Override
    public int rolloutLength(A2c.Config config) {
        return config.rollout().rolloutLength();
    }
}
