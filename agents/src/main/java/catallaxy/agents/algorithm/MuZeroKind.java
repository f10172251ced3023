package catallaxy.agents.algorithm;

import catallaxy.agents.learning.ActionSpace;
import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Compute;
import catallaxy.agents.training.LearnerKind;
import catallaxy.environment.api.ActionSpec;
import java.util.Optional;

/** MuZero, as it is registered. */
public final class MuZeroKind implements LearnerKind<MuZero.Config> {
    /** The kind, which has no state. */
    public MuZeroKind() {}

    @Override
    public String name() {
        return MuZero.NAME;
    }

    @Override
    public Class<MuZero.Config> config() {
        return MuZero.Config.class;
    }

    @Override
    public Optional<String> summary() {
        return Optional.of(
                "MuZero (Schrittwieser et al. 2020): plans each choice in a model of the world that it learns");
    }

    @Override
    public boolean gives(ActionSpace actions) {
        return actions instanceof ActionSpace.Discrete;
    }

    @Override
    public Learner create(MuZero.Config config, LearningTask task, Compute compute) {
        return new MuZero(config, task, compute);
    }

    /** It searches the learned model before each action, one row after another. */
    @Override
    public BatchPolicy policy(MuZero.Config config, TensorStore tensors, int features, ActionSpec actions) {
        FrozenModel model = new FrozenModel(tensors, config.model().numbers());
        Choices choices = new Choices(MuZero.NAME, actions);
        if (model.features() != features || model.actions() != choices.count()) {
            throw new IllegalArgumentException("expected " + features + " features and " + choices.count()
                    + " choices, found " + model.features() + " and " + model.actions());
        }
        FrozenNormaliser normaliser = new FrozenNormaliser(tensors, features);
        double discount = config.targets().discount();
        return new ModelPolicy(
                new ModelSearches(config.search(), model, discount, 1, 0, 0),
                choices,
                (observations, rows, out) -> normaliser.normalise(observations, 0, rows, out),
                features,
                config.search().played());
    }

    @Override
    public int bufferSize(MuZero.Config config) {
        return config.replay().bufferSize();
    }

    @Override
    public long firstUpdate(MuZero.Config config, int worlds) {
        MuZero.Replay replay = config.replay();
        return replay.learningStarts() + (long) Math.ceil(replay.batchSize() / replay.reuse());
    }

    @Override
    public Optional<String> firstUpdateKey() {
        return Optional.of("learning-starts");
    }
}
