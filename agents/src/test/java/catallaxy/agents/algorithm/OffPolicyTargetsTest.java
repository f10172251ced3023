package catallaxy.agents.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.agents.learning.VectorStep;
import catallaxy.agents.network.Activation;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.DeviceChoice;
import catallaxy.agents.network.FrozenMlp;
import catallaxy.environment.base.state.StateWriter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With room for one transition, a learner's loss is a function of that transition: it is computed again naively. */
class OffPolicyTargetsTest {
    private static final double GAMMA = 0.9;
    private static final double TOLERANCE = 1e-4;

    private Compute compute;

    /** A transition of one world. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Lived(float[] observation, float action, double reward, boolean terminated, float[] next) {}

    @FunctionalInterface
    private interface NaiveLoss {
        double of(Lived lived, TensorStore parameters, boolean[] nextAllowed);
    }

    @BeforeEach
    void open() {
        compute = Compute.open(DeviceChoice.CPU, 1);
    }

    @AfterEach
    void close() {
        compute.close();
    }

    @Test
    void deepQNetwork() {
        VectorEnvironment problem = new LockWorlds(1, 1, true);
        Dqn.Config config = new Dqn.Config(
                List.of(16),
                new ValueSettings(
                        new ReplaySettings(1, 1, 2, GAMMA, 1, 1, 1),
                        new ExplorationRate(0.5, 0.5, 1),
                        new Descent(1e-2, false, 10),
                        1_000_000,
                        false));
        try (Learner learner = new Dqn(config, LearningTask.in(problem, 1000, 3), compute)) {
            compare(learner, problem, "train/loss", OffPolicyTargetsTest::huber);
        }
    }

    @Test
    void rainbowWithEverythingOffIsADeepQNetwork() {
        rainbow(RainbowConfigs.plain(false, false), OffPolicyTargetsTest::huber);
    }

    @Test
    void doubleLearningTakesTheValueOfTheOnlineNetworksChoice() {
        rainbow(RainbowConfigs.plain(true, false), OffPolicyTargetsTest::doubleHuber);
    }

    @Test
    void theDistributionalLossIsTheDivergenceFromTheProjectedTarget() {
        rainbow(RainbowConfigs.plain(true, true), OffPolicyTargetsTest::divergence);
    }

    private void rainbow(Rainbow.Config config, NaiveLoss naive) {
        VectorEnvironment problem = new LockWorlds(1, 1, true);
        try (Learner learner = new Rainbow(config, LearningTask.in(problem, 1000, 3), compute)) {
            compare(learner, problem, "train/loss", naive);
        }
    }

    private static double divergence(Lived lived, TensorStore parameters, boolean[] nextAllowed) {
        int atoms = RainbowConfigs.ATOMS;
        double[][] choosing = distributions(parameters, "q", lived.next());
        double[] means = new double[LockWorlds.LABELS];
        for (int a = 0; a < means.length; a++) {
            for (int i = 0; i < atoms; i++) {
                means[a] += choosing[a][i] * atom(i);
            }
        }
        double[] next = distributions(parameters, "target.q", lived.next())[best(means, nextAllowed)];
        double[] p = distributions(parameters, "q", lived.observation())[(int) lived.action()];
        double sum = 0;
        for (int j = 0; j < atoms; j++) {
            double m = 0;
            for (int i = 0; i < atoms; i++) {
                double z = lived.reward() + (lived.terminated() ? 0 : GAMMA * atom(i));
                double clipped = Math.clamp(z, RainbowConfigs.LOW, RainbowConfigs.HIGH);
                m += next[i] * Math.max(0, 1 - Math.abs(clipped - atom(j)) / (atom(1) - atom(0)));
            }
            sum += m > 0 ? m * Math.log(m / p[j]) : 0;
        }
        return sum;
    }

    private static double atom(int i) {
        return RainbowConfigs.LOW + i * (RainbowConfigs.HIGH - RainbowConfigs.LOW) / (RainbowConfigs.ATOMS - 1);
    }

    private static double[][] distributions(TensorStore parameters, String network, float[] input) {
        float[] logits = row(parameters, network, LockWorlds.LABELS * RainbowConfigs.ATOMS, input);
        double[][] distributions = new double[LockWorlds.LABELS][RainbowConfigs.ATOMS];
        for (int a = 0; a < LockWorlds.LABELS; a++) {
            double sum = 0;
            for (int i = 0; i < RainbowConfigs.ATOMS; i++) {
                distributions[a][i] = Math.exp(logits[a * RainbowConfigs.ATOMS + i]);
                sum += distributions[a][i];
            }
            for (int i = 0; i < RainbowConfigs.ATOMS; i++) {
                distributions[a][i] /= sum;
            }
        }
        return distributions;
    }

    private static int best(double[] values, boolean[] allowed) {
        int best = -1;
        for (int a = 0; a < values.length; a++) {
            best = allowed[a] && (best < 0 || values[a] > values[best]) ? a : best;
        }
        return best;
    }

    private static double huber(Lived lived, TensorStore parameters, boolean[] nextAllowed) {
        float[] next = row(parameters, "target.q", LockWorlds.LABELS, lived.next());
        return huber(lived, parameters, next[best(doubles(next), nextAllowed)]);
    }

    private static double doubleHuber(Lived lived, TensorStore parameters, boolean[] nextAllowed) {
        float[] online = row(parameters, "q", LockWorlds.LABELS, lived.next());
        float[] next = row(parameters, "target.q", LockWorlds.LABELS, lived.next());
        return huber(lived, parameters, next[best(doubles(online), nextAllowed)]);
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    private static double huber(Lived lived, TensorStore parameters, double nextValue) {
        double y = lived.reward() + (lived.terminated() ? 0 : GAMMA * nextValue);
        double error = Math.abs(row(parameters, "q", LockWorlds.LABELS, lived.observation())[(int) lived.action()] - y);
        return error < 1 ? error * error / 2 : error - 0.5;
    }

    @Test
    void deepDeterministicPolicyGradient() {
        VectorEnvironment problem = new ReachWorlds(1, 1);
        Ddpg.Config config = new Ddpg.Config(
                1e-3,
                1e-2,
                new DeterministicSettings(
                        List.of(16),
                        Activation.RELU,
                        false,
                        0.3,
                        0.1,
                        false,
                        false,
                        new ReplaySettings(1, 1, 2, GAMMA, 1, 1, 1)));
        try (Learner learner = new Ddpg(config, LearningTask.in(problem, 1000, 3), compute)) {
            compare(learner, problem, "train/critic_loss", (lived, parameters, mask) -> {
                float[] pair = {lived.next()[0], policy(parameters, lived.next())};
                double y = lived.reward() + GAMMA * row(parameters, "target.critic", 1, pair)[0];
                return squared(parameters, "critic", lived, y);
            });
        }
    }

    @Test
    void twinDelayed() {
        VectorEnvironment problem = new ReachWorlds(1, 1);
        Td3.Config config = new Td3.Config(
                1e-2,
                2,
                0,
                0.5,
                new DeterministicSettings(
                        List.of(16),
                        Activation.RELU,
                        false,
                        0.3,
                        0.1,
                        false,
                        false,
                        new ReplaySettings(1, 1, 2, GAMMA, 1, 1, 1)));
        try (Learner learner = new Td3(config, LearningTask.in(problem, 1000, 3), compute)) {
            compare(learner, problem, "train/critic_loss", (lived, parameters, mask) -> {
                float[] pair = {lived.next()[0], policy(parameters, lived.next())};
                double smaller = Math.min(
                        row(parameters, "target.critic1", 1, pair)[0], row(parameters, "target.critic2", 1, pair)[0]);
                double y = lived.reward() + GAMMA * smaller;
                return squared(parameters, "critic1", lived, y) + squared(parameters, "critic2", lived, y);
            });
        }
    }

    private static float policy(TensorStore parameters, float[] observation) {
        return (float) Math.tanh(row(parameters, "target.policy", 1, observation)[0]);
    }

    private static double squared(TensorStore parameters, String critic, Lived lived, double y) {
        float normalised = (lived.action() + 1) / 2;
        double error = row(parameters, critic, 1, new float[] {lived.observation()[0], normalised})[0] - y;
        return error * error;
    }

    private static float[] row(TensorStore parameters, String network, int outputs, float[] input) {
        float[] out = new float[outputs];
        new FrozenMlp(parameters, network, Activation.RELU).forward(input, 0, out);
        return out;
    }

    private void compare(Learner learner, VectorEnvironment problem, String metric, NaiveLoss naive) {
        VectorStep step = VectorStep.of(problem);
        float[] actions = new float[1];
        problem.reset(3, step);
        int ends = 0;
        int compared = 0;
        for (int t = 0; t < 300; t++) {
            TensorStore before = new TensorStore();
            learner.save(before, new StateWriter());
            float[] observation = step.observations().clone();
            learner.act(step, actions);
            problem.step(actions, step);
            learner.observe(step);
            boolean limit = step.truncated()[0] && step.maskSize() > 1;
            if (t > 0 && !limit) {
                Lived lived = new Lived(
                        observation,
                        actions[0],
                        step.rewards()[0],
                        step.terminated()[0],
                        step.next().clone());
                double expected = naive.of(lived, before, step.masks());
                assertThat(learner.metrics().get(metric)).as("step " + t).isCloseTo(expected, within(TOLERANCE));
                ends += step.ended(0) ? 1 : 0;
                compared++;
            }
        }
        assertThat(ends).isPositive();
        assertThat(compared).isGreaterThan(200);
    }
}
