package catallaxy.agents.algorithm;

import catallaxy.agents.learning.ActionSpace;
import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Activation;
import catallaxy.environment.api.ActionSpec;
import java.util.Optional;
import java.util.function.Function;

/** A kind of learner from rollouts of its own policy, which is a perceptron: choices or quantities. */
abstract class OnPolicyKind<C extends Record> extends OwnKind<C> {
    private final Function<C, PolicyShape> networks;
    private final Function<C, RolloutSettings> rollout;

    /**
     * @param networks of its settings
     * @param rollout  of its settings
     */
    OnPolicyKind(
            String name,
            Class<C> config,
            Maker<C> maker,
            Function<C, PolicyShape> networks,
            Function<C, RolloutSettings> rollout) {
        super(name, config, maker);
        this.networks = networks;
        this.rollout = rollout;
    }

    @Override
    public final boolean gives(ActionSpace actions) {
        return true;
    }

    @Override
    public final BatchPolicy policy(C config, TensorStore tensors, int features, ActionSpec actions) {
        return FrozenPolicy.ofActor(tensors, networks.apply(config).activation(), features, actions);
    }

    @Override
    public final Optional<Activation> perceptron(C config) {
        return Optional.of(networks.apply(config).activation());
    }

    @Override
    public final int rolloutLength(C config) {
        return rollout.apply(config).rolloutLength();
    }
}
