package catallaxy.agents.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.agents.learning.VectorStep;
import catallaxy.agents.network.Activation;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.DeviceChoice;
import catallaxy.agents.problem.CartPoleProblem;
import catallaxy.agents.problem.CarteaJaimungalProblem;
import catallaxy.agents.problem.ProblemSpec;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateWriter;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The frozen form of a policy against the learner's own. */
final class FrozenPolicyTest {
    private static final int WORLDS = 64;

    static List<ProblemSpec> problems() {
        return List.of(CarteaJaimungalProblem.standard(), new CartPoleProblem(500));
    }

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void rainbowActsAsTheLearnersPolicyDoes(boolean duelling, boolean distributional) {
        VectorEnvironment worlds = new CartPoleProblem(500).environment(WORLDS);
        VectorStep step = VectorStep.of(worlds);
        Rainbow.Config config = rainbow(duelling, distributional);
        try (Compute compute = Compute.open(DeviceChoice.CPU, 1);
                Rainbow learner = new Rainbow(config, LearningTask.in(worlds, 1_000_000, 4), compute)) {
            train(learner, worlds, step, 100);
            TensorStore tensors = new TensorStore();
            learner.save(tensors, new StateWriter(1 << 16));
            BatchPolicy frozen = new RainbowKind()
                    .policy(config, tensors, worlds.observationSpec().size(), worlds.actionSpec());
            float[] expected = new float[WORLDS];
            float[] found = new float[WORLDS];
            float[] anywhere = gaussians(step.observations().length);
            learner.policy().act(anywhere, step.masks(), WORLDS, expected);
            frozen.act(anywhere, step.masks(), WORLDS, found);
            assertThat(found).containsExactly(expected);
            assertThat(expected).contains(0, 1);
        }
    }

    private static float[] gaussians(int size) {
        RandomStream random = RandomStream.of(3, "test");
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (3 * random.nextGaussian());
        }
        return values;
    }

    private static Rainbow.Config rainbow(boolean duelling, boolean distributional) {
        return new Rainbow.Config(
                List.of(16, 16),
                new Improvements(
                        true,
                        duelling,
                        3,
                        new Improvements.Distribution(distributional, 11, 0, 20),
                        new Improvements.Noise(true, 0.5),
                        new Improvements.Priority(true, 0.5, 0.4)),
                1e-8,
                new ValueSettings(
                        new ReplaySettings(4000, 200, 32, 0.99, 1, 1, 1),
                        new ExplorationRate(1, 0.1, 0.5),
                        new Descent(1e-4, false, 10),
                        100,
                        true));
    }

    private static void train(Learner learner, VectorEnvironment worlds, VectorStep step, int epochs) {
        float[] actions = new float[WORLDS * worlds.actionSpec().size()];
        worlds.reset(4, step);
        for (int t = 0; t < epochs; t++) {
            learner.act(step, actions);
            worlds.step(actions, step);
            learner.observe(step);
        }
    }

    private static Ppo trained(VectorEnvironment worlds, VectorStep step, Compute compute) {
        Ppo.Config config = new Ppo.Config(
                new RolloutSettings(20, 0.99, 0.95, 0.95, true, true),
                new PolicyShape(List.of(16, 16), Activation.TANH, new LogStd(true, 0, 0)),
                new Descent(3e-2, false, 0.5),
                new LossWeights(0.5, 0, true),
                320,
                4,
                new Ppo.Clip(0.2, false, 0));
        Ppo learner = new Ppo(config, LearningTask.in(worlds, 1_000_000, 4), compute);
        train(learner, worlds, step, 200);
        return learner;
    }

    @ParameterizedTest
    @MethodSource("problems")
    void actsAsTheLearnersPolicyDoes(ProblemSpec problem) {
        VectorEnvironment worlds = problem.environment(WORLDS);
        VectorStep step = VectorStep.of(worlds);
        try (Compute compute = Compute.open(DeviceChoice.CPU, 1);
                Ppo learner = trained(worlds, step, compute)) {
            TensorStore tensors = new TensorStore();
            learner.save(tensors, new StateWriter(1 << 16));
            BatchPolicy frozen = FrozenPolicy.ofActor(
                    tensors, Activation.TANH, worlds.observationSpec().size(), worlds.actionSpec());
            float[] expected = new float[WORLDS * worlds.actionSpec().size()];
            float[] found = new float[expected.length];
            learner.policy().act(step.observations(), step.masks(), WORLDS, expected);
            frozen.act(step.observations(), step.masks(), WORLDS, found);
            assertThat(expected).doesNotContain(Float.NaN);
            assertThat(spread(expected)).isGreaterThan(0.05f);
            for (int i = 0; i < found.length; i++) {
                assertThat(found[i]).isCloseTo(expected[i], within(1e-4f));
            }
        }
    }

    private static float spread(float[] values) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return high - low;
    }
}
