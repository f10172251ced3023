package catallaxy.agents.algorithm;

import catallaxy.agents.learning.ActionSpace;
import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Activation;
import catallaxy.agents.network.Compute;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;
import java.util.Optional;

/** Deep deterministic policy gradient, as it is registered. */
public final class DdpgKind extends OwnKind<Ddpg.Config> {
    /** The kind, which has no state. */
    public DdpgKind() {
        super("ddpg", Ddpg.Config.class);
    }

    @Override
    public boolean gives(ActionSpace actions) {
        return actions instanceof ActionSpace.Continuous;
    }

    @Override
    public Ddpg create(
            Ddpg.Config config,
            ObservationSpec observations,
            ActionSpec actions,
            int worlds,
            long seed,
            long totalSteps,
            Compute compute) {
        return new Ddpg(config, observations, actions, worlds, seed, totalSteps, compute);
    }

    @Override
    public BatchPolicy policy(Ddpg.Config config, TensorStore tensors, int features, ActionSpec actions) {
        return FrozenPolicy.ofQuantities(tensors, config.deterministic().activation(), features, actions);
    }

    @Override
    public Optional<Activation> perceptron(Ddpg.Config config) {
        return Optional.of(config.deterministic().activation());
    }

    @Override
    public int bufferSize(Ddpg.Config config) {
        return config.deterministic().replay().bufferSize();
    }

    @Override
    public long firstUpdate(Ddpg.Config config, int worlds) {
        return config.deterministic().replay().firstUpdate(worlds);
    }
}
