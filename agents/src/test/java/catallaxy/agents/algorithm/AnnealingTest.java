package catallaxy.agents.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Activation;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.DeviceChoice;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnnealingTest {
    private static final int WORLDS = 4;
    private static final int LENGTH = 8;
    private static final int ROLLOUT = WORLDS * LENGTH;
    private static final double RATE = 1e-3;
    private static final double CLIP = 0.2;

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
    @ValueSource(strings = {"ppo", "a2c"})
    void aTrainingOfOneRolloutLearnsAtTheWholeRate(String algorithm) {
        try (Learner learner = learner(algorithm, ROLLOUT, true)) {
            List<Integer> ignorant = bits(learner);
            assertThat(rates(learner, ROLLOUT)).containsExactly(RATE);
            assertThat(bits(learner)).isNotEqualTo(ignorant);
        }
    }

    @ParameterizedTest
    @CsvSource({"ppo, 128", "a2c, 128", "ppo, 97", "a2c, 100"})
    void theRateBeforeUpdateKOfNIsOneMinusKOverN(String algorithm, long steps) {
        try (Learner learner = learner(algorithm, steps, true)) {
            assertThat(rates(learner, steps)).containsExactly(RATE, 0.75 * RATE, 0.5 * RATE, 0.25 * RATE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ppo", "a2c"})
    void theLastUpdateChangesWhatWasLearned(String algorithm) {
        try (Learner learner = learner(algorithm, 3 * ROLLOUT, true)) {
            Targets environment = Targets.quantities(WORLDS);
            LearnerRun run = new LearnerRun(learner, environment, 3);
            run.train(2 * ROLLOUT);
            List<Integer> before = bits(learner);
            run.train(ROLLOUT);
            assertThat(bits(learner)).isNotEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ppo", "a2c"})
    void aRateThatIsNotAnnealedStays(String algorithm) {
        try (Learner learner = learner(algorithm, 3 * ROLLOUT, false)) {
            assertThat(rates(learner, 3 * ROLLOUT)).containsExactly(RATE, RATE, RATE);
        }
    }

    @Test
    void theClipRangeFallsLikewise() {
        try (Learner learner = learner("ppo", 4 * ROLLOUT, true)) {
            assertThat(figures(learner, 4 * ROLLOUT, "train/clip_range"))
                    .containsExactly(CLIP, 0.75 * CLIP, 0.5 * CLIP, 0.25 * CLIP);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ppo", "a2c"})
    void aResumedTrainingGoesOnAtTheRateOfItsUpdate(String algorithm) {
        try (Learner learner = learner(algorithm, 4 * ROLLOUT, true);
                Learner other = learner(algorithm, 4 * ROLLOUT, true)) {
            LearnerRun run = new LearnerRun(learner, Targets.quantities(WORLDS), 3);
            run.train(2 * ROLLOUT);
            TensorStore tensors = new TensorStore();
            byte[] saved = run.save(tensors);
            LearnerRun resumed = new LearnerRun(other, Targets.quantities(WORLDS), 4);
            resumed.load(tensors, saved);
            resumed.train(ROLLOUT);
            assertThat(other.metrics().get("train/learning_rate")).isEqualTo(0.5 * RATE);
            run.train(ROLLOUT);
            assertThat(bits(other)).isEqualTo(bits(learner));
        }
    }

    @Test
    void scheduledExplorationBeginsAtItsInitialDeviationAndEndsAtItsLast() {
        LogStd schedule = new LogStd(false, -0.5, -2.5);
        LinearDecay decay = new LinearDecay(4);
        assertThat(schedule.at(decay.at(0))).isEqualTo(-0.5);
        assertThat(schedule.at(decay.at(2))).isCloseTo(-1.5, within(1e-12));
        assertThat(schedule.at(decay.at(4))).isEqualTo(-2.5);
    }

    private static List<Double> rates(Learner learner, long steps) {
        return figures(learner, steps, "train/learning_rate");
    }

    /** A figure after each update up to the end of a training. */
    private static List<Double> figures(Learner learner, long steps, String name) {
        LearnerRun run = new LearnerRun(learner, Targets.quantities(WORLDS), 3);
        List<Double> figures = new ArrayList<>();
        while (learner.steps() < steps) {
            run.train(ROLLOUT);
            figures.add(learner.metrics().get(name));
        }
        return figures;
    }

    private static List<Integer> bits(Learner learner) {
        TensorStore tensors = new TensorStore();
        ((OnPolicyLearner) learner).networks.theta().save("", tensors);
        return LearnerRun.bits(tensors);
    }

    private Learner learner(String algorithm, long steps, boolean anneals) {
        Targets environment = Targets.quantities(WORLDS);
        return algorithm.equals("ppo")
                ? new Ppo(ppo(anneals), LearningTask.in(environment, steps, 7), compute)
                : new A2c(a2c(anneals), LearningTask.in(environment, steps, 7), compute);
    }

    private static Ppo.Config ppo(boolean anneals) {
        return new Ppo.Config(
                new RolloutSettings(LENGTH, 0.99, 0.95, 0.95, false, false),
                new PolicyShape(List.of(8), Activation.TANH, new LogStd(true, -0.5, 0)),
                new Descent(RATE, anneals, 0.5),
                new LossWeights(0.5, 0, true),
                ROLLOUT,
                2,
                new Ppo.Clip(CLIP, anneals, 0));
    }

    private static A2c.Config a2c(boolean anneals) {
        return new A2c.Config(
                new RolloutSettings(LENGTH, 0.99, 0.95, 0.95, false, false),
                new PolicyShape(List.of(8), Activation.TANH, new LogStd(true, -0.5, 0)),
                new Descent(RATE, anneals, 0.5),
                new LossWeights(0.5, 0, true));
    }
}
