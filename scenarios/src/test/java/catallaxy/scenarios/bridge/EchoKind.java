package catallaxy.scenarios.bridge;

import catallaxy.agents.learning.ActionSpace;
import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.learning.VectorStep;
import catallaxy.agents.network.Compute;
import catallaxy.agents.training.LearnerKind;
import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;

/**
 * Answers each feature by a number of its own and remembers a digest of what came of it: what {@link BridgedLearningTest} plays from the other side
 * of the bridge.
 */
final class EchoKind implements LearnerKind<PythonKind.Config> {
    @Override
    public String name() {
        return "echo";
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
        return new Echo(echo(task.features(), task.actions()));
    }

    @Override
    public BatchPolicy policy(PythonKind.Config config, TensorStore tensors, int features, ActionSpec actions) {
        StateTensor.of(tensors);
        return echo(features, actions);
    }

    private static BatchPolicy echo(int features, ActionSpec spec) {
        return (observations, _, rows, actions) -> {
            for (int i = 0; i < rows * spec.size(); i++) {
                int component = i % spec.size();
                ActionComponent.Continuous quantity =
                        (ActionComponent.Continuous) spec.components().get(component);
                float seen = observations[i / spec.size() * features + component];
                actions[i] = answer(quantity.low(), quantity.high(), seen);
            }
        };
    }

    /** Between the bounds, and another one for each number that is seen. */
    static float answer(double low, double high, float seen) {
        return (float) (low + (high - low) / (2 + Math.abs(seen)));
    }

    /** The digest after one more number. */
    static long digest(long before, double number) {
        return Long.rotateLeft(before ^ Double.doubleToLongBits(number), 23) * 0x9E3779B97F4A7C15L;
    }

    static byte[] state(long digest) {
        return ByteBuffer.allocate(Long.BYTES).putLong(digest).array();
    }

    private static final class Echo implements Learner {
        private final BatchPolicy policy;
        private long steps;
        private long digest;

        Echo(BatchPolicy policy) {
            this.policy = policy;
        }

        @Override
        public String algorithm() {
            return "echo";
        }

        @Override
        public void act(VectorStep now, float[] actions) {
            policy.act(now.observations(), now.masks(), now.worlds(), actions);
        }

        @Override
        public void observe(VectorStep result) {
            steps += result.worlds();
            for (float each : result.next()) {
                digest = digest(digest, each);
            }
            for (int i = 0; i < result.worlds(); i++) {
                digest = digest(digest, result.rewards()[i]);
                digest = digest(digest, result.terminated()[i] ? 1 : result.truncated()[i] ? 2 : 0);
            }
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
            StateTensor.put(state(digest), tensors);
            rest.int64(steps);
        }

        @Override
        public void load(TensorStore tensors, StateReader rest) {
            digest = ByteBuffer.wrap(StateTensor.of(tensors)).getLong();
            steps = rest.int64();
        }

        @Override
        public void close() {}
    }
}
