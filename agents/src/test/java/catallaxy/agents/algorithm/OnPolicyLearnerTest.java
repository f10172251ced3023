package catallaxy.agents.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.agents.learning.DivergedException;
import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.learning.VectorStep;
import catallaxy.agents.network.Activation;
import catallaxy.agents.network.CollectionPressure;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.DeviceChoice;
import catallaxy.agents.testkit.SeedScores;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnPolicyLearnerTest {
    private static final int WORLDS = 16;
    private static final long STEPS = 20_000;
    private static final int SEEDS = 3;
    private static final long SEED = 7;

    /** The best earn 0; whoever names the middle earns −0.25, or −1 where there are choices. */
    private static final double BOUND = -0.12;

    private Compute compute;

    @BeforeEach
    void open() {
        compute = Compute.open(DeviceChoice.CPU, 1);
    }

    @AfterEach
    void close() {
        compute.close();
    }

    @ParameterizedTest
    @CsvSource({"ppo, true", "ppo, false", "a2c, true", "a2c, false"})
    void findsTheTargets(String algorithm, boolean discrete) {
        SeedScores learned = SeedScores.of(SEED, SEEDS, seed -> scoreAfter(algorithm, discrete, 1, 3e-3, seed));
        assertThat(learned.low()).as(learned.toString()).isGreaterThan(BOUND);
    }

    @ParameterizedTest
    @CsvSource({"ppo, true", "ppo, false", "a2c, true", "a2c, false"})
    void findsNothingWithoutLearningOrWithTheRewardReversed(String algorithm, boolean discrete) {
        assertThat(scoreAfter(algorithm, discrete, 1, 1e-30, SEED)).isLessThan(BOUND);
        assertThat(scoreAfter(algorithm, discrete, -1, 3e-3, SEED)).isLessThan(BOUND);
    }

    @ParameterizedTest
    @CsvSource({"ppo, true", "ppo, false", "a2c, true", "a2c, false"})
    void goesOnBitForBitFromWhatWasSaved(String algorithm, boolean discrete) {
        Targets environment = environment(discrete);
        try (Learner learner = learner(algorithm, environment, 3e-3);
                Learner other = learner(algorithm, environment, 3e-3)) {
            VectorStep step = VectorStep.of(environment);
            environment.reset(5, step);
            train(learner, environment, step, 1, 2 * 16 * WORLDS);
            TensorStore tensors = new TensorStore();
            StateWriter rest = new StateWriter();
            learner.save(tensors, rest);
            environment.save(rest);
            step.save(rest);
            train(learner, environment, step, 1, 5 * 16 * WORLDS);
            float[] uninterrupted = parameters(learner);
            assertThat(tensors.notes())
                    .containsEntry("rewards.scaled", false)
                    .containsKeys("adam.epsilon", "adam.updates", "normaliser.enabled", "random.order")
                    .extractingByKey("random.exploration")
                    .isEqualTo(2L * 16 * WORLDS);

            StateReader saved = new StateReader(rest.toBytes());
            other.load(tensors, saved);
            Targets later = environment(discrete);
            later.load(saved);
            VectorStep laterStep = VectorStep.of(later);
            laterStep.load(saved);
            train(other, later, laterStep, 1, 5 * 16 * WORLDS);
            assertThat(parameters(other)).containsExactly(uninterrupted);
        }
    }

    /** What gradients read must be held by somebody for as long as they do. */
    @ParameterizedTest
    @CsvSource({"ppo, true", "ppo, false", "a2c, true", "a2c, false"})
    void whatIsLearnedDoesNotDependOnWhenGarbageIsCollected(String algorithm, boolean discrete) {
        float[] calm = learned(algorithm, discrete);
        assertThat(CollectionPressure.on(() -> learned(algorithm, discrete))).containsExactly(calm);
    }

    private float[] learned(String algorithm, boolean discrete) {
        Targets environment = environment(discrete);
        try (Learner learner = learner(algorithm, environment, 3e-3)) {
            VectorStep step = VectorStep.of(environment);
            environment.reset(5, step);
            train(learner, environment, step, 1, 10 * 16 * WORLDS);
            return parameters(learner);
        }
    }

    @ParameterizedTest
    @CsvSource({"ppo, true", "ppo, false", "a2c, true", "a2c, false"})
    void divergenceIsSaid(String algorithm, boolean discrete) {
        assertThatThrownBy(() -> scoreAfter(algorithm, discrete, 1, 1e30, SEED)).isInstanceOf(DivergedException.class);
    }

    @ParameterizedTest
    @CsvSource({"ppo", "a2c"})
    void isNotSavedInTheMiddleOfARollout(String algorithm) {
        Targets environment = environment(true);
        try (Learner learner = learner(algorithm, environment, 3e-3)) {
            VectorStep step = VectorStep.of(environment);
            environment.reset(5, step);
            train(learner, environment, step, 1, WORLDS);
            assertThat(learner.atBoundary()).isFalse();
            assertThatThrownBy(() -> learner.save(new TensorStore(), new StateWriter()))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    private double scoreAfter(String algorithm, boolean discrete, int sign, double learningRate, long seed) {
        Targets environment = environment(discrete);
        try (Learner learner = learner(algorithm, environment, learningRate, seed)) {
            VectorStep step = VectorStep.of(environment);
            environment.reset(seed, step);
            train(learner, environment, step, sign, STEPS);
            float[] actions = new float[2];
            learner.policy().act(new float[] {-1, 1}, new boolean[] {true, true, true, true, true, true}, 2, actions);
            return 0.5
                    * (discrete
                            ? -Math.abs(actions[0]) - Math.abs(2 - actions[1])
                            : -square(-0.5 - actions[0]) - square(0.5 - actions[1]));
        }
    }

    private static double square(double x) {
        return x * x;
    }

    private static void train(Learner learner, Targets environment, VectorStep step, int sign, long until) {
        float[] actions = new float[WORLDS];
        while (learner.steps() < until) {
            learner.act(step, actions);
            environment.step(actions, step);
            for (int i = 0; i < WORLDS; i++) {
                step.rewards()[i] *= sign;
            }
            learner.observe(step);
        }
    }

    private static float[] parameters(Learner learner) {
        return ((OnPolicyLearner) learner).networks.theta().toArray();
    }

    private static Targets environment(boolean discrete) {
        return discrete ? Targets.choices(WORLDS) : Targets.quantities(WORLDS);
    }

    private Learner learner(String algorithm, Targets environment, double learningRate) {
        return learner(algorithm, environment, learningRate, SEED);
    }

    private Learner learner(String algorithm, Targets environment, double learningRate, long seed) {
        return algorithm.equals("ppo")
                ? new Ppo(ppo(learningRate), LearningTask.in(environment, STEPS, seed), compute)
                : new A2c(a2c(3 * learningRate), LearningTask.in(environment, STEPS, seed), compute);
    }

    private static Ppo.Config ppo(double learningRate) {
        return new Ppo.Config(
                new RolloutSettings(16, 0.99, 0.95, 0.9, false, false),
                new PolicyShape(List.of(16), Activation.TANH, new LogStd(true, -0.5, 0)),
                new Descent(learningRate, true, 0.5),
                new LossWeights(0.5, 0, true),
                64,
                4,
                new Ppo.Clip(0.2, false, 0));
    }

    private static A2c.Config a2c(double learningRate) {
        return new A2c.Config(
                new RolloutSettings(16, 0.99, 0.95, 0.9, false, false),
                new PolicyShape(List.of(16), Activation.TANH, new LogStd(true, -0.5, 0)),
                new Descent(learningRate, true, 0.5),
                new LossWeights(0.5, 0, true));
    }
}
