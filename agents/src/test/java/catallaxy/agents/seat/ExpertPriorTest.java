package catallaxy.agents.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.algorithm.Descent;
import catallaxy.agents.algorithm.LogStd;
import catallaxy.agents.algorithm.LossWeights;
import catallaxy.agents.algorithm.PolicyShape;
import catallaxy.agents.algorithm.Ppo;
import catallaxy.agents.algorithm.RolloutSettings;
import catallaxy.agents.learning.ActionSpace;
import catallaxy.agents.learning.AdvisedEnvironment;
import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.agents.learning.VectorStep;
import catallaxy.agents.network.Activation;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.DeviceChoice;
import catallaxy.agents.problem.CarteaJaimungalProblem;
import catallaxy.agents.statistics.ScoreSample;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What an expert brings who knows the problem but for its inventory penalty, which he believes to be a fifth of what it is:
 * shares of the optimum of cartea-jaimungal.
 */
final class ExpertPriorTest {
    private static final int WORLDS = 256;
    private static final CarteaJaimungalProblem PROBLEM = CarteaJaimungalProblem.standard();
    private static final BatchPolicy EXPERT =
            new CarteaJaimungalProblem(10, 1, 0.1, 0.001, 1, 0.01, 10, 4).bestQuotes();

    private static Ppo.Config config() {
        return new Ppo.Config(
                new RolloutSettings(25, 1, 0.9, 0.95, false, true),
                new PolicyShape(List.of(32, 32), Activation.TANH, new LogStd(true, -1, -2)),
                new Descent(3e-3, true, 0.5),
                new LossWeights(0.5, 0, true),
                1600,
                4,
                new Ppo.Clip(0.2, false, 0));
    }

    private static double ratio(BatchPolicy policy) {
        return PROBLEM.referee().ratio(PROBLEM.referee().attained(policy, 0));
    }

    private static Ppo learner(VectorEnvironment worlds, long seed, long steps, Compute compute) {
        return new Ppo(config(), LearningTask.in(worlds, Math.max(1, steps), seed), compute);
    }

    private static void train(Ppo learner, VectorEnvironment worlds, long seed, long steps) {
        VectorStep step = VectorStep.of(worlds);
        float[] actions = new float[worlds.worlds() * worlds.actionSpec().size()];
        worlds.reset(seed, step);
        while (learner.steps() < steps) {
            learner.act(step, actions);
            worlds.step(actions, step);
            learner.observe(step);
        }
    }

    private static double plain(long seed, long steps, Compute compute) {
        VectorEnvironment worlds = PROBLEM.environment(WORLDS);
        try (Ppo learner = learner(worlds, seed, steps, compute)) {
            train(learner, worlds, seed, steps);
            return ratio(learner.policy());
        }
    }

    private static double residual(long seed, long steps, Compute compute) {
        AdvisedEnvironment worlds = new AdvisedEnvironment(PROBLEM.environment(WORLDS), EXPERT, 0.5);
        try (Ppo learner = learner(worlds, seed, steps, compute)) {
            train(learner, worlds, seed, steps);
            return ratio(worlds.corrected(learner.policy()));
        }
    }

    private static double cloned(long seed, long steps, Compute compute) {
        VectorEnvironment worlds = PROBLEM.environment(WORLDS);
        try (Ppo learner = learner(worlds, seed, steps, compute)) {
            imitate(learner, worlds, compute);
            train(learner, worlds, seed, steps);
            return ratio(learner.policy());
        }
    }

    private static double prior(long seed, long steps, PriorWorlds.Priors priors, Compute compute) {
        PriorWorlds worlds = new PriorWorlds(PROBLEM.environment(WORLDS), EXPERT, priors);
        try (Ppo learner = learner(worlds, seed, steps, compute)) {
            train(learner, worlds, seed, steps);
            return ratio(worlds.inPlain(learner.policy()));
        }
    }

    /** One way to use an expert. */
    private interface Way {
        double ratio(long seed, long steps, Compute compute);
    }

    private static Map<String, Way> ways() {
        Map<String, Way> ways = new LinkedHashMap<>();
        ways.put("plain", ExpertPriorTest::plain);
        PriorWorlds.Potential inventory = (row, at) -> -10 * row[at] * row[at];
        double[][] values = expertValues();
        PriorWorlds.Potential value =
                (row, at) -> values[100 - Math.round(row[at + 1] * 100)][Math.round(row[at] * 10) + 10];
        ways.put("observation", with(new PriorWorlds.Priors(true, PriorWorlds.Priors.NOTHING, 2)));
        ways.put("shaping", with(new PriorWorlds.Priors(false, inventory, 2)));
        ways.put("baseline", with(new PriorWorlds.Priors(false, value, 2)));
        ways.put("limits", with(new PriorWorlds.Priors(false, PriorWorlds.Priors.NOTHING, 0.3)));
        ways.put("prior", ExpertPriorTest::cloned);
        ways.put("residual", ExpertPriorTest::residual);
        return ways;
    }

    private static Way with(PriorWorlds.Priors priors) {
        return (seed, steps, compute) -> prior(seed, steps, priors, compute);
    }

    /** {@code [101][21]}: what the expert believes his own quotes to be worth at each step and inventory. */
    private static double[][] expertValues() {
        double[][] values = new double[101][21];
        for (int k = 100; k >= 0; k--) {
            for (int q = -10; q <= 10; q++) {
                values[k][q + 10] = k == 100 ? -0.001 * q * q : value(values[k + 1], k, q);
            }
        }
        return values;
    }

    private static double value(double[] later, int k, int q) {
        float[] depths = new float[2];
        EXPERT.act(new float[] {q / 10f, (100 - k) / 100f}, new boolean[] {true, true}, 1, depths);
        double here = later[q + 10];
        double value = here - 0.1 * q * q * 0.01;
        for (int side = 0; side < 2; side++) {
            int reached = side == 0 ? q - 1 : q + 1;
            if (Math.abs(reached) <= 10) {
                value += 0.1 * Math.exp(-depths[side]) * (depths[side] + later[reached + 10] - here);
            }
        }
        return value;
    }

    /** Two hundred steps of what the expert does. */
    private static void imitate(Ppo learner, VectorEnvironment worlds, Compute compute) {
        int features = worlds.observationSpec().size();
        int rows = 200 * WORLDS;
        float[] observations = new float[rows * features];
        float[] targets = new float[rows * 2];
        ActionSpace.Continuous space = (ActionSpace.Continuous) ActionSpace.of(worlds.actionSpec());
        VectorStep step = VectorStep.of(worlds);
        float[] actions = new float[WORLDS * 2];
        worlds.reset(3, step);
        for (int t = 0; t < 200; t++) {
            EXPERT.act(step.observations(), step.masks(), WORLDS, actions);
            System.arraycopy(step.observations(), 0, observations, t * WORLDS * features, WORLDS * features);
            for (int i = 0; i < actions.length; i++) {
                targets[t * actions.length + i] = space.normalised(i % 2, actions[i]);
            }
            worlds.step(actions, step);
        }
        TensorStore tensors = new TensorStore();
        StateWriter rest = new StateWriter(1 << 16);
        learner.save(tensors, rest);
        TensorStore fitted = new Cloning(new Cloning.Config(1, 10, 3e-3), Activation.TANH, compute, 1)
                .fitted(tensors, observations, targets, rows);
        learner.load(fitted, new StateReader(rest.toBytes()));
    }

    @Test
    void residualAndClonedPoliciesBeginAsTheExpertAndThePlainOneDoesNot() {
        try (Compute compute = Compute.open(DeviceChoice.CPU, 1)) {
            double expert = ratio(EXPERT);
            assertThat(residual(1, 0, compute)).isBetween(expert - 0.02, expert + 0.02);
            assertThat(cloned(1, 0, compute)).isBetween(expert - 0.03, expert + 0.03);
            assertThat(plain(1, 0, compute)).isLessThan(expert - 0.1);
        }
    }

    @Test
    void theExpertsValuesAreThoseOfTheExactProgrammeOfHisBelief() {
        CarteaJaimungalProblem belief = new CarteaJaimungalProblem(10, 1, 0.1, 0.001, 1, 0.01, 10, 4);
        double mean = 0;
        for (int q = -4; q <= 4; q++) {
            mean += expertValues()[0][q + 10] / 9;
        }
        assertThat(mean).isCloseTo(belief.referee().optimum(), within(1e-5));
    }

    @Test
    void atASmallBudgetAnExpertIsWorthALot() {
        try (Compute compute = Compute.open(DeviceChoice.CPU, 1)) {
            double plain = plain(1, 32_000, compute);
            assertThat(residual(1, 32_000, compute)).isGreaterThan(plain + 0.3);
            assertThat(cloned(1, 32_000, compute)).isGreaterThan(plain + 0.3);
        }
    }

    /** The table of docs/expert-priors.md: means and deviations over five seeds. */
    @Test
    @Tag("long")
    void withTrainingTheLearnerLeavesTheExpertBehind() {
        try (Compute compute = Compute.open(DeviceChoice.CPU, 1)) {
            double expert = ratio(EXPERT);
            System.out.printf("expert %.4f%n", expert);
            for (long steps : new long[] {32_000, 128_000, 512_000}) {
                ways().forEach((name, way) -> {
                    double[] ratios = LongStream.rangeClosed(1, 5)
                            .mapToDouble(seed -> way.ratio(seed, steps, compute))
                            .toArray();
                    ScoreSample sample = ScoreSample.of(ratios);
                    System.out.printf("%d %s %.4f ± %.4f%n", steps, name, sample.mean(), sample.standardDeviation());
                    if (steps == 512_000) {
                        assertThat(sample.mean()).as(name).isGreaterThan(expert + 0.03);
                    }
                });
            }
        }
    }
}
