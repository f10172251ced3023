package catallaxy.scenarios.bridge;

import catallaxy.agents.training.LearnerSpec;
import catallaxy.scenarios.file.learning.LearnerBinding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All learners in Python of one training, by agent, in the order in which they were asked for. */
final class RemoteLearners implements LearnerBinding {
    private final Map<String, RemoteLearner> learners = new LinkedHashMap<>();

    @Override
    public LearnerSpec<?> bound(String agent, LearnerSpec<?> learner) {
        return learner.kind() instanceof PythonKind
                ? new LearnerSpec<>(new PythonKind(learner(agent)), new PythonKind.Config())
                : learner;
    }

    private RemoteLearner learner(String agent) {
        return learners.computeIfAbsent(agent, name -> new RemoteLearner(name, learners.size()));
    }

    List<RemoteLearner> all() {
        return List.copyOf(learners.values());
    }
}
