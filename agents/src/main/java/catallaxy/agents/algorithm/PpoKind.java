package catallaxy.agents.algorithm;

import catallaxy.agents.learning.ActionSpace;
import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Activation;
import catallaxy.agents.network.Compute;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;
import java.util.Optional;

/** Proximal policy optimisation, as it is registered. */
public final class PpoKind extends OwnKind<Ppo.Config> {
    /** The kind, which has no state. */
    public PpoKind() {
        super("ppo", Ppo.Config.class);
    }

    @Override
    public boolean gives(ActionSpace actions) {
        return true;
    }

    @Override
    public Ppo create(
            Ppo.Config config,
            ObservationSpec observations,
            ActionSpec actions,
            int worlds,
            long seed,
            long totalSteps,
            Compute compute) {
        return new Ppo(config, observations, actions, worlds, seed, totalSteps, compute);
    }

    @Override
    public BatchPolicy policy(Ppo.Config config, TensorStore tensors, int features, ActionSpec actions) {
        return FrozenPolicy.ofActor(tensors, config.networks().activation(), features, actions);
    }

    @Override
    public Optional<Activation> perceptron(Ppo.Config config) {
        return Optional.of(config.networks().activation());
    }

    @Override
    public int rolloutLength(Ppo.Config config) {
        return config.rollout().rolloutLength();
    }
}
