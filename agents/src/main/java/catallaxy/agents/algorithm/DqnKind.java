package catallaxy.agents.algorithm;

import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Activation;
import catallaxy.agents.network.FrozenMlp;

/** Deep Q-network, as it is registered. */
public final class DqnKind extends ActionValueKind<Dqn.Config> {
    /** The kind, which has no state. */
    public DqnKind() {
        super("dqn", Dqn.Config.class, Dqn::new, Dqn.Config::values, DqnKind::values);
    }

    private static FrozenMlp values(TensorStore tensors, Dqn.Config config) {
        return new FrozenMlp(tensors, "q", Activation.RELU);
    }
}
