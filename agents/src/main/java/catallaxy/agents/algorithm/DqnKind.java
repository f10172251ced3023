package catallaxy.agents.algorithm;

import catallaxy.agents.learning.ActionSpace;
import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Activation;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.FrozenMlp;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;

/** Deep Q-network, as it is registered. */
public final class DqnKind extends OwnKind<Dqn.Config> {
    /** The kind, which has no state. */
    public DqnKind() {
        super("dqn", Dqn.Config.class);
    }

    @Override
    public boolean gives(ActionSpace actions) {
        return actions instanceof ActionSpace.Discrete;
    }

    @Override
    public Dqn create(
            Dqn.Config config,
            ObservationSpec observations,
            ActionSpec actions,
            int worlds,
            long seed,
            long totalSteps,
            Compute compute) {
        return new Dqn(config, observations, actions, worlds, seed, totalSteps, compute);
    }

    @Override
    public BatchPolicy policy(Dqn.Config config, TensorStore tensors, int features, ActionSpec actions) {
        return FrozenPolicy.ofValues(tensors, new FrozenMlp(tensors, "q", Activation.RELU), features, actions);
    }

    @Override
    public int bufferSize(Dqn.Config config) {
        return config.values().replay().bufferSize();
    }

    @Override
    public long firstUpdate(Dqn.Config config, int worlds) {
        return config.values().replay().firstUpdate(worlds);
    }
}
