package catallaxy.agents.training;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.agents.algorithm.A2c;
import catallaxy.agents.algorithm.A2cKind;
import catallaxy.agents.algorithm.Descent;
import catallaxy.agents.algorithm.Dqn;
import catallaxy.agents.algorithm.DqnKind;
import catallaxy.agents.algorithm.ExplorationRate;
import catallaxy.agents.algorithm.LogStd;
import catallaxy.agents.algorithm.LossWeights;
import catallaxy.agents.algorithm.PolicyShape;
import catallaxy.agents.algorithm.ReplaySettings;
import catallaxy.agents.algorithm.RolloutSettings;
import catallaxy.agents.algorithm.ValueSettings;
import catallaxy.agents.learning.ActionSpace;
import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Activation;
import catallaxy.agents.network.Compute;
import catallaxy.environment.api.ActionSpec;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearnerSpecTest {
    @ParameterizedTest
    @CsvSource({"200, 1, 200", "200, 1, 199", "20000, 4, 1000"})
    void aTrainingThatEndsInItsWarmUpLearnsNothing(int learningStarts, int frequency, long steps) {
        assertThat(dqn(learningStarts, frequency).idle(steps, 1))
                .hasValueSatisfying(why -> assertThat(why)
                        .startsWith("dqn learns nothing in " + steps + " steps: its first update is after ")
                        .endsWith("; lower learning-starts or train for longer"));
    }

    @ParameterizedTest
    @CsvSource({"200, 1, 1, 201", "200, 1, 64, 200", "20000, 4, 1, 20004", "1, 1, 256, 1", "199, 4, 1, 200"})
    void atItsFirstUpdateItBegins(int learningStarts, int frequency, int worlds, long steps) {
        LearnerSpec<?> dqn = dqn(learningStarts, frequency);
        assertThat(dqn.idle(steps, worlds).isPresent()).isEqualTo(dqn.firstUpdate(worlds) > roundedUp(steps, worlds));
        assertThat(dqn.idle(dqn.firstUpdate(worlds), worlds)).isEmpty();
        assertThat(dqn.idle(dqn.firstUpdate(worlds) - worlds, worlds)).isPresent();
    }

    @Test
    void aTrainingOnItsOwnRolloutsAlwaysEndsWithAnUpdate() {
        LearnerSpec<?> a2c = new LearnerSpec<>(
                new A2cKind(),
                new A2c.Config(
                        new RolloutSettings(2048, 0.99, 1, 1, false, false),
                        new PolicyShape(List.of(8), Activation.TANH, new LogStd(true, 0, 0)),
                        new Descent(1e-3, true, 0.5),
                        new LossWeights(0.5, 0, false)));
        assertThat(a2c.idle(1, 1)).isEmpty();
    }

    /** A learner without a key by which its first update would come earlier. */
    private static final class SlowStarter implements LearnerKind<SlowStarter.Config> {
        private record Config() {}

        @Override
        public String name() {
            return "slow-starter";
        }

        @Override
        public Class<Config> config() {
            return Config.class;
        }

        @Override
        public Optional<String> summary() {
            return Optional.empty();
        }

        @Override
        public boolean gives(ActionSpace actions) {
            return false;
        }

        @Override
        public Learner create(Config config, LearningTask task, Compute compute) {
            throw new IllegalArgumentException("gives no actions");
        }

        @Override
        public BatchPolicy policy(Config config, TensorStore tensors, int features, ActionSpec actions) {
            throw new IllegalArgumentException("gives no actions");
        }

        @Override
        public long firstUpdate(Config config, int worlds) {
            return 100;
        }
    }

    @Test
    void onlyAKeyThatThereIsIsAdvised() {
        assertThat(new LearnerSpec<>(new SlowStarter(), new SlowStarter.Config()).idle(99, 1))
                .contains("slow-starter learns nothing in 99 steps: its first update is after 100; train for longer");
    }

    private static long roundedUp(long steps, int worlds) {
        return Math.ceilDiv(steps, worlds) * worlds;
    }

    private static LearnerSpec<?> dqn(int learningStarts, int frequency) {
        return new LearnerSpec<>(
                new DqnKind(),
                new Dqn.Config(
                        List.of(8),
                        new ValueSettings(
                                new ReplaySettings(1000, learningStarts, 32, 0.99, frequency, 1, 1),
                                new ExplorationRate(1, 0.1, 0.5),
                                new Descent(1e-3, true, 10),
                                100,
                                false)));
    }
}
