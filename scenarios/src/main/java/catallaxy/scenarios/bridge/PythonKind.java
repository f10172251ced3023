package catallaxy.scenarios.bridge;

import catallaxy.agents.learning.ActionSpace;
import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Compute;
import catallaxy.agents.training.LearnerKind;
import catallaxy.environment.api.ActionSpec;
import catallaxy.scenarios.file.learning.UnboundLearnerException;
import java.util.Optional;

/**
 * A learner in the Python process that started the training: a scenario only says that it is there. Immutable, since what it asks is
 * of the bridge.
 */
public final class PythonKind implements LearnerKind<PythonKind.Config> {
    private final Optional<RemoteLearner> remote;

    /** As it is registered: nobody is there to be asked. */
    public PythonKind() {
        remote = Optional.empty();
    }

    PythonKind(RemoteLearner remote) {
        this.remote = Optional.of(remote);
    }

    /** Its settings are Python's. */
    public record Config() {}

    @Override
    public String name() {
        return "python";
    }

    @Override
    public Class<Config> config() {
        return Config.class;
    }

    @Override
    public Optional<String> summary() {
        return Optional.of(
                "A learner of your own in Python, where the training is started: catallaxy.train(…, learners={...})");
    }

    @Override
    public boolean gives(ActionSpace actions) {
        return true;
    }

    /** @throws UnboundLearnerException where no Python process started the training */
    @Override
    public Learner create(Config config, LearningTask task, Compute compute) {
        return remote().learner(task);
    }

    /** @throws UnboundLearnerException where no Python process started the training */
    @Override
    public BatchPolicy policy(Config config, TensorStore tensors, int features, ActionSpec actions) {
        return remote().policy(StateTensor.of(tensors));
    }

    private RemoteLearner remote() {
        return remote.orElseThrow(() -> new UnboundLearnerException(
                "python learns in Python, which is to start this: catallaxy.train(…, learners={\"AGENT\": learner}), or resume or"
                        + " evaluate there (docs/python.md)"));
    }
}
