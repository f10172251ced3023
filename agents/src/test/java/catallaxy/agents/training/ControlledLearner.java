package catallaxy.agents.training;

import catallaxy.agents.algorithm.A2c;
import catallaxy.agents.algorithm.A2cKind;
import catallaxy.agents.algorithm.Ddpg;
import catallaxy.agents.algorithm.DdpgKind;
import catallaxy.agents.algorithm.Descent;
import catallaxy.agents.algorithm.DeterministicSettings;
import catallaxy.agents.algorithm.Dqn;
import catallaxy.agents.algorithm.DqnKind;
import catallaxy.agents.algorithm.ExplorationRate;
import catallaxy.agents.algorithm.Improvements;
import catallaxy.agents.algorithm.LogStd;
import catallaxy.agents.algorithm.LossWeights;
import catallaxy.agents.algorithm.PolicyShape;
import catallaxy.agents.algorithm.Ppo;
import catallaxy.agents.algorithm.PpoKind;
import catallaxy.agents.algorithm.Rainbow;
import catallaxy.agents.algorithm.RainbowKind;
import catallaxy.agents.algorithm.ReplaySettings;
import catallaxy.agents.algorithm.RolloutSettings;
import catallaxy.agents.algorithm.Td3;
import catallaxy.agents.algorithm.Td3Kind;
import catallaxy.agents.algorithm.ValueSettings;
import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.agents.learning.VectorStep;
import catallaxy.agents.network.Activation;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.DeviceChoice;
import catallaxy.agents.problem.DeleveragingProblem;
import catallaxy.agents.problem.MertonProblem;
import catallaxy.agents.problem.ProblemSpec;
import catallaxy.agents.problem.Referee;
import java.util.List;

/** Each learner with a problem whose answer is known and settings by which it learns it in seconds. */
enum ControlledLearner {
    PPO(false, 64, 256_000) {
        @Override
        LearnerSpec<?> spec(double share) {
            return new LearnerSpec<>(
                    new PpoKind(),
                    new Ppo.Config(
                            new RolloutSettings(20, 0, 0, 0, false, true),
                            new PolicyShape(List.of(64, 64), Activation.TANH, new LogStd(true, -0.5, 0)),
                            new Descent(0.003 * share, true, 0.5),
                            new LossWeights(0.5, 0, true),
                            320,
                            5,
                            new Ppo.Clip(0.2, false, 0)));
        }
    },
    A2C(false, 64, 512_000) {
        @Override
        LearnerSpec<?> spec(double share) {
            return new LearnerSpec<>(
                    new A2cKind(),
                    new A2c.Config(
                            new RolloutSettings(10, 0, 0, 0, false, true),
                            new PolicyShape(List.of(64, 64), Activation.TANH, new LogStd(true, -0.5, 0)),
                            new Descent(0.005 * share, true, 0.5),
                            new LossWeights(0.5, 0, true)));
        }
    },
    TD3(false, 1024, 512_000) {
        @Override
        LearnerSpec<?> spec(double share) {
            return new LearnerSpec<>(
                    new Td3Kind(),
                    new Td3.Config(
                            0.01 * share,
                            2,
                            0.2,
                            0.5,
                            new DeterministicSettings(
                                    List.of(64),
                                    Activation.SILU,
                                    true,
                                    0.005,
                                    0.2,
                                    true,
                                    true,
                                    new ReplaySettings(512_000, 20_000, 1024, 0, 1, 6, 10))));
        }
    },
    DDPG(false, 1024, 512_000) {
        @Override
        LearnerSpec<?> spec(double share) {
            return new LearnerSpec<>(
                    new DdpgKind(),
                    new Ddpg.Config(
                            0.003 * share,
                            0.01 * share,
                            new DeterministicSettings(
                                    List.of(64),
                                    Activation.SILU,
                                    true,
                                    0.005,
                                    0.2,
                                    true,
                                    true,
                                    new ReplaySettings(512_000, 20_000, 1024, 0, 1, 6, 10))));
        }
    },
    DQN(true, 512, 2_048_000) {
        @Override
        LearnerSpec<?> spec(double share) {
            return new LearnerSpec<>(
                    new DqnKind(),
                    new Dqn.Config(
                            List.of(64, 64),
                            new ValueSettings(
                                    new ReplaySettings(1_024_000, 20_000, 512, 1, 1, 2, 0.02),
                                    new ExplorationRate(1, 0.1, 0.2),
                                    new Descent(0.001 * share, true, 10),
                                    25_600,
                                    false)));
        }
    },
    RAINBOW(true, 512, 1_024_000) {
        @Override
        LearnerSpec<?> spec(double share) {
            return new LearnerSpec<>(
                    new RainbowKind(),
                    new Rainbow.Config(
                            List.of(64, 64),
                            new Improvements(
                                    true,
                                    true,
                                    1,
                                    new Improvements.Distribution(false, 51, -10, 10),
                                    new Improvements.Noise(false, 0.5),
                                    new Improvements.Priority(false, 0.5, 0.4)),
                            1e-8,
                            new ValueSettings(
                                    new ReplaySettings(1_024_000, 20_000, 512, 1, 1, 2, 0.02),
                                    new ExplorationRate(1, 0.1, 0.2),
                                    new Descent(0.001 * share, true, 10),
                                    25_600,
                                    false)));
        }
    };

    private static final int EPISODES = 2_560;

    private final boolean discrete;
    private final int worlds;
    private final int steps;

    ControlledLearner(boolean discrete, int worlds, int steps) {
        this.discrete = discrete;
        this.worlds = worlds;
        this.steps = steps;
    }

    /** @param share of the usual learning rate */
    abstract LearnerSpec<?> spec(double share);

    ProblemSpec problem() {
        return discrete ? DeleveragingProblem.standard() : MertonProblem.standard();
    }

    /** The mean return of the best policy: Merton's optimum is that of each of ten steps. */
    double bestReturn() {
        return problem().referee().optimum() * (discrete ? 1 : 10);
    }

    /** What the referee says after training with rewards times {@code sign}: attained / optimum, or its inverse. */
    double ratio(double share, int sign, long seed) {
        try (Compute compute = Compute.open(DeviceChoice.CPU, 1);
                Learner learner = trained(problem().environment(worlds), share, sign, seed, compute)) {
            Referee referee = problem().referee();
            return referee.ratio(referee.attained(learner.policy(), 0));
        }
    }

    /** Returns of the policy learned in these worlds, on other seeds. */
    Evaluation evaluation(boolean foresight, long seed) {
        VectorEnvironment training = foresight ? foreseen(worlds) : problem().environment(worlds);
        VectorEnvironment held = foresight ? foreseen(256) : problem().environment(256);
        try (Compute compute = Compute.open(DeviceChoice.CPU, 1);
                Learner learner = trained(training, 1, 1, seed, compute)) {
            return Evaluation.of(held, learner.policy(), EPISODES, seed + 1);
        }
    }

    /** Half of the wealth, or an exposure of one unit: its reward tells the coming move. */
    private ForesightWorlds foreseen(int count) {
        return new ForesightWorlds(problem().environment(count), discrete ? 1 : 0.5f);
    }

    private Learner trained(VectorEnvironment environment, double share, int sign, long seed, Compute compute) {
        Learner learner = spec(share).create(LearningTask.in(environment, steps, seed), compute);
        VectorStep step = VectorStep.of(environment);
        float[] actions = new float[worlds * environment.actionSpec().size()];
        environment.reset(seed, step);
        while (learner.steps() < steps) {
            learner.act(step, actions);
            environment.step(actions, step);
            for (int i = 0; i < worlds; i++) {
                step.rewards()[i] *= sign;
            }
            learner.observe(step);
        }
        return learner;
    }
}
