package catallaxy.agents.training;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.agents.algorithm.Ppo;
import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.agents.learning.VectorStep;
import catallaxy.agents.network.Activation;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.DeviceChoice;
import catallaxy.agents.problem.MertonProblem;
import catallaxy.agents.problem.ProblemSpec;
import catallaxy.agents.problem.Referee;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What attained / optimum says when something is wrong on purpose: the learner, the reward's sign, the direction of time. */
class NegativeControlTest {
    private static final int WORLDS = 64;
    private static final int STEPS = 256_000;
    private static final int EPISODES = 2_560;
    private static final long SEED = 31;

    private final ProblemSpec problem = MertonProblem.standard();
    private final Referee referee = problem.referee();

    @Test
    void learningAttainsTheOptimum() {
        assertThat(ratioAfter(0.003, 1)).isBetween(0.99, 1.0);
    }

    @Test
    void withoutLearningTheOptimumIsFar() {
        assertThat(ratioAfter(1e-30, 1)).isLessThan(0.6);
    }

    @Test
    void withTheRewardReversedTheWorstIsLearned() {
        assertThat(ratioAfter(0.003, -1)).isLessThan(-3);
    }

    @Test
    void withForesightReturnsPassTheOptimum() {
        Evaluation blind = evaluationAfter(problem.environment(WORLDS), problem.environment(256));
        Evaluation foreseeing = evaluationAfter(foresight(WORLDS), foresight(256));
        double optimum = referee.optimum() * blind.meanLength();
        assertThat(blind.mean()).isLessThan(optimum + 4 * standardError(blind));
        assertThat(foreseeing.mean()).isGreaterThan(optimum + 20 * standardError(foreseeing));
    }

    private ForesightWorlds foresight(int worlds) {
        return new ForesightWorlds(problem.environment(worlds), 0.5f);
    }

    private static double standardError(Evaluation evaluation) {
        return evaluation.std() / Math.sqrt(evaluation.episodes());
    }

    private double ratioAfter(double learningRate, int sign) {
        try (Compute compute = Compute.open(DeviceChoice.CPU, 1);
                Learner learner = trained(problem.environment(WORLDS), learningRate, sign, compute)) {
            return referee.ratio(referee.attained(learner.policy(), 0));
        }
    }

    private static Evaluation evaluationAfter(VectorEnvironment training, VectorEnvironment held) {
        try (Compute compute = Compute.open(DeviceChoice.CPU, 1);
                Learner learner = trained(training, 0.003, 1, compute)) {
            return Evaluation.of(held, learner.policy(), EPISODES, SEED + 1);
        }
    }

    private static Learner trained(VectorEnvironment worlds, double learningRate, int sign, Compute compute) {
        Learner learner =
                new Ppo(ppo(learningRate), worlds.observationSpec(), worlds.actionSpec(), WORLDS, SEED, STEPS, compute);
        VectorStep step = VectorStep.of(worlds);
        float[] actions = new float[WORLDS * worlds.actionSpec().size()];
        worlds.reset(SEED, step);
        while (learner.steps() < STEPS) {
            learner.act(step, actions);
            worlds.step(actions, step);
            for (int i = 0; i < WORLDS; i++) {
                step.rewards()[i] *= sign;
            }
            learner.observe(step);
        }
        return learner;
    }

    /** As solved/merton has it: no discounting, for a weight earns within its step. */
    private static Ppo.Config ppo(double learningRate) {
        return new Ppo.Config(
                learningRate,
                true,
                20,
                320,
                5,
                0,
                0,
                0,
                0.2,
                false,
                0.5,
                0,
                0.5,
                0,
                true,
                false,
                true,
                List.of(64, 64),
                Activation.TANH,
                true,
                -0.5,
                0);
    }
}
