package catallaxy.agents.algorithm;

import catallaxy.agents.learning.ActionSpace;
import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Compute;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;

/** Deep Q-network with six improvements, as it is registered. */
public final class RainbowKind extends OwnKind<Rainbow.Config> {
    /** The kind, which has no state. */
    public RainbowKind() {
        super("rainbow", Rainbow.Config.class);
    }

    @Override
    public boolean gives(ActionSpace actions) {
        return actions instanceof ActionSpace.Discrete;
    }

    @Override
    public Rainbow create(
            Rainbow.Config config,
            ObservationSpec observations,
            ActionSpec actions,
            int worlds,
            long seed,
            long totalSteps,
            Compute compute) {
        return new Rainbow(config, observations, actions, worlds, seed, totalSteps, compute);
    }

    @Override
    public BatchPolicy policy(Rainbow.Config config, TensorStore tensors, int features, ActionSpec actions) {
        return FrozenPolicy.ofValues(tensors, new FrozenRainbow(tensors, config), features, actions);
    }

    @Override
    public int bufferSize(Rainbow.Config config) {
        return config.values().replay().bufferSize();
    }

    @Override
    public long firstUpdate(Rainbow.Config config, int worlds) {
        return config.values().replay().firstUpdate(worlds);
    }
}
