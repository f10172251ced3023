package catallaxy.agents.algorithm;

import catallaxy.agents.learning.ActionSpace;
import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Activation;
import catallaxy.environment.api.ActionSpec;
import java.util.Optional;
import java.util.function.Function;

/** A kind of learner from a memory whose policy, a perceptron, gives quantities without chance. */
abstract class DeterministicKind<C extends Record> extends OwnKind<C> {
    private final Function<C, DeterministicSettings> shared;

    /** @param shared of its settings, what all such kinds have */
    DeterministicKind(String name, Class<C> config, Maker<C> maker, Function<C, DeterministicSettings> shared) {
        super(name, config, maker);
        this.shared = shared;
    }

    @Override
    public final boolean gives(ActionSpace actions) {
        return actions instanceof ActionSpace.Continuous;
    }

    @Override
    public final BatchPolicy policy(C config, TensorStore tensors, int features, ActionSpec actions) {
        return FrozenPolicy.ofQuantities(tensors, shared.apply(config).activation(), features, actions);
    }

    @Override
    public final Optional<Activation> perceptron(C config) {
        return Optional.of(shared.apply(config).activation());
    }

    @Override
    public final int bufferSize(C config) {
        return shared.apply(config).replay().bufferSize();
    }

    @Override
    public final Optional<String> firstUpdateKey() {
        return Optional.of(ReplaySettings.FIRST_UPDATE_KEY);
    }

    @Override
    public final long firstUpdate(C config, int worlds) {
        return shared.apply(config).replay().firstUpdate(worlds);
    }
}
