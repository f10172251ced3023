package catallaxy.agents.algorithm;

import catallaxy.agents.learning.ActionSpace;
import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Activation;
import catallaxy.agents.network.Compute;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;
import java.util.Optional;

/** Twin delayed deep deterministic policy gradient, as it is registered. */
public final class Td3Kind extends OwnKind<Td3.Config> {
    /** The kind, which has no state. */
    public Td3Kind() {
        super("td3", Td3.Config.class);
    }

    @Override
    public boolean gives(ActionSpace actions) {
        return actions instanceof ActionSpace.Continuous;
    }

    @Override
    public Td3 create(
            Td3.Config config,
            ObservationSpec observations,
            ActionSpec actions,
            int worlds,
            long seed,
            long totalSteps,
            Compute compute) {
        return new Td3(config, observations, actions, worlds, seed, totalSteps, compute);
    }

    @Override
    public BatchPolicy policy(Td3.Config config, TensorStore tensors, int features, ActionSpec actions) {
        return FrozenPolicy.ofQuantities(tensors, config.deterministic().activation(), features, actions);
    }

    @Override
    public Optional<Activation> perceptron(Td3.Config config) {
        return Optional.of(config.deterministic().activation());
    }

    @Override
    public int bufferSize(Td3.Config config) {
        return config.deterministic().replay().bufferSize();
    }

    @Override
    public long firstUpdate(Td3.Config config, int worlds) {
        return config.deterministic().replay().firstUpdate(worlds);
    }
}
