package catallaxy.agents.algorithm;

import catallaxy.agents.learning.ActionSpace;
import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.FrozenNetwork;
import catallaxy.environment.api.ActionSpec;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A kind of learner from a memory that takes the choice of the highest value. */
abstract class ActionValueKind<C extends Record> extends OwnKind<C> {
    private final Function<C, ValueSettings> values;
    private final BiFunction<TensorStore, C, FrozenNetwork> network;

    /**
     * @param values  of its settings, what all such kinds have
     * @param network that answers with the values
     */
    ActionValueKind(
            String name,
            Class<C> config,
            Maker<C> maker,
            Function<C, ValueSettings> values,
            BiFunction<TensorStore, C, FrozenNetwork> network) {
        super(name, config, maker);
        this.values = values;
        this.network = network;
    }

    @Override
    public final boolean gives(ActionSpace actions) {
        return actions instanceof ActionSpace.Discrete;
    }

    @Override
    public final BatchPolicy policy(C config, TensorStore tensors, int features, ActionSpec actions) {
        return FrozenPolicy.ofValues(tensors, network.apply(tensors, config), features, actions);
    }

    @Override
    public final int bufferSize(C config) {
        return values.apply(config).replay().bufferSize();
    }

    @Override
    public final Optional<String> firstUpdateKey() {
        return Optional.of(ReplaySettings.FIRST_UPDATE_KEY);
    }

    @Override
    public final long firstUpdate(C config, int worlds) {
        return values.apply(config).replay().firstUpdate(worlds);
    }
}
