package catallaxy.scenarios.bridge;

import catallaxy.agents.learning.ActionSpace;
import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.learning.VectorStep;
import catallaxy.agents.network.Compute;
import catallaxy.agents.training.LearnerKind;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Map;
import java.util.Optional;

/** Learns nothing and asks for nothing: what {@link BridgedLearningTest} plays from the other side of the bridge. */
final class NeutralKind implements LearnerKind<PythonKind.Config> {
    static final byte[] STATE = {0, 1, 2, 0};

    @Override
    public String name() {
        return "neutral";
    }

    @Override
    public Class<PythonKind.Config> config() {
        return PythonKind.Config.class;
    }

    @Override
    public Optional<String> summary() {
        return Optional.empty();
    }

    @Override
    public boolean gives(ActionSpace actions) {
        return true;
    }

    @Override
    public Learner create(PythonKind.Config config, LearningTask task, Compute compute) {
        return new Neutral(neutral(task.actions()));
    }

    @Override
    public BatchPolicy policy(PythonKind.Config config, TensorStore tensors, int features, ActionSpec actions) {
        assertSame(tensors);
        return neutral(actions);
    }

    private static void assertSame(TensorStore tensors) {
        if (StateTensor.of(tensors).length != STATE.length) {
            throw new IllegalArgumentException("another state");
        }
    }

    private static BatchPolicy neutral(ActionSpec spec) {
        return (_, _, rows, actions) -> {
            for (int i = 0; i < rows * spec.size(); i++) {
                actions[i] = (float) spec.components().get(i % spec.size()).neutral();
            }
        };
    }

    private static final class Neutral implements Learner {
        private final BatchPolicy policy;
        private long steps;

        Neutral(BatchPolicy policy) {
            this.policy = policy;
        }

        @Override
        public String algorithm() {
            return "neutral";
        }

        @Override
        public void act(VectorStep now, float[] actions) {
            policy.act(now.observations(), now.masks(), now.worlds(), actions);
        }

        @Override
        public void observe(VectorStep result) {
            steps += result.worlds();
        }

        @Override
        public long steps() {
            return steps;
        }

        @Override
        public boolean atBoundary() {
            return true;
        }

        @Override
        public BatchPolicy policy() {
            return policy;
        }

        @Override
        public Map<String, Double> metrics() {
            return Map.of();
        }

        @Override
        public void save(TensorStore tensors, StateWriter rest) {
            StateTensor.put(STATE, tensors);
            rest.int64(steps);
        }

        @Override
        public void load(TensorStore tensors, StateReader rest) {
            assertSame(tensors);
            steps = rest.int64();
        }

        @Override
        public void close() {}
    }
}
