package catallaxy.agents.contract;

import catallaxy.agents.algorithm.A2c;
import catallaxy.agents.algorithm.A2cKind;
import catallaxy.agents.algorithm.AlphaZero;
import catallaxy.agents.algorithm.AlphaZeroKind;
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
import catallaxy.agents.algorithm.ModelSearch;
import catallaxy.agents.algorithm.ModelShape;
import catallaxy.agents.algorithm.MuZero;
import catallaxy.agents.algorithm.MuZeroKind;
import catallaxy.agents.algorithm.PlanSettings;
import catallaxy.agents.algorithm.PolicyShape;
import catallaxy.agents.algorithm.Ppo;
import catallaxy.agents.algorithm.PpoKind;
import catallaxy.agents.algorithm.Rainbow;
import catallaxy.agents.algorithm.RainbowKind;
import catallaxy.agents.algorithm.ReplaySettings;
import catallaxy.agents.algorithm.RolloutSettings;
import catallaxy.agents.algorithm.Td3;
import catallaxy.agents.algorithm.Td3Kind;
import catallaxy.agents.algorithm.TreeSearcher;
import catallaxy.agents.algorithm.TreeSearcherKind;
import catallaxy.agents.algorithm.ValueSettings;
import catallaxy.agents.network.Activation;
import catallaxy.agents.training.LearnerKind;
import catallaxy.agents.training.LearnerKinds;
import catallaxy.agents.training.LearnerSpec;
import java.util.List;

/** Each algorithm with settings by which it updates within a few dozen steps. */
final class SmallLearners {
    private static final List<Integer> HIDDEN = List.of(8);
    private static final Descent DESCENT = new Descent(1e-3, true, 0.5);
    private static final RolloutSettings ROLLOUT = new RolloutSettings(16, 0.99, 0.95, 0.95, true, true);
    private static final PolicyShape SHAPE = new PolicyShape(HIDDEN, Activation.TANH, new LogStd(true, 0, 0));
    private static final ReplaySettings REPLAY = new ReplaySettings(500, 40, 16, 0.99, 4, 1, 1);
    private static final DeterministicSettings DETERMINISTIC =
            new DeterministicSettings(HIDDEN, Activation.RELU, false, 0.01, 0.3, true, true, REPLAY);
    private static final ValueSettings VALUES =
            new ValueSettings(REPLAY, new ExplorationRate(1, 0.2, 0.5), DESCENT, 64, true);

    private SmallLearners() {}

    /** One of each, by name; whoever adds an algorithm adds it here. */
    static List<LearnerSpec<?>> all() {
        return List.of(
                new LearnerSpec<>(
                        new A2cKind(), new A2c.Config(ROLLOUT, SHAPE, DESCENT, new LossWeights(0.5, 0.01, true))),
                new LearnerSpec<>(
                        new AlphaZeroKind(),
                        new AlphaZero.Config(
                                new PlanSettings(PlanSettings.Root.PUCT, 8, 2, 1.25, 4, 0.25, 1, true),
                                HIDDEN,
                                1e-3,
                                500,
                                20,
                                16,
                                1,
                                0.5,
                                5,
                                12,
                                new AlphaZero.ArenaSettings(2, 4, 0.55))),
                new LearnerSpec<>(new DdpgKind(), new Ddpg.Config(1e-3, 1e-3, DETERMINISTIC)),
                new LearnerSpec<>(new DqnKind(), new Dqn.Config(HIDDEN, VALUES)),
                new LearnerSpec<>(new TreeSearcherKind(), new TreeSearcher.Config(20, 1, 1.4, true, false)),
                new LearnerSpec<>(new MuZeroKind(), muZero()),
                new LearnerSpec<>(
                        new PpoKind(),
                        new Ppo.Config(
                                ROLLOUT,
                                SHAPE,
                                DESCENT,
                                new LossWeights(0.5, 0.01, true),
                                16,
                                2,
                                new Ppo.Clip(0.2, false, 0))),
                new LearnerSpec<>(new RainbowKind(), rainbow()),
                new LearnerSpec<>(new Td3Kind(), new Td3.Config(1e-3, 2, 0.2, 0.5, DETERMINISTIC)));
    }

    private static MuZero.Config muZero() {
        return new MuZero.Config(
                new ModelSearch(6, 9, 2, 3, 0.1),
                new ModelShape(4, HIDDEN, 5),
                new MuZero.Targets(3, 4, 0.99, 0.25, 0.5),
                new MuZero.Replay(200, 40, 16, 1, 5, 1e-2, true, 10, true));
    }

    /** Names of the registered kinds of this module. */
    static List<String> registered() {
        return LearnerKinds.registered().all().stream()
                .filter(kind -> kind.getClass().getPackageName().startsWith("catallaxy."))
                .<String>map(LearnerKind::name)
                .toList();
    }

    /** With all improvements. */
    static Rainbow.Config rainbow() {
        return new Rainbow.Config(
                HIDDEN,
                new Improvements(
                        true,
                        true,
                        3,
                        new Improvements.Distribution(true, 11, -10, 10),
                        new Improvements.Noise(true, 0.5),
                        new Improvements.Priority(true, 0.5, 0.4)),
                1e-8,
                VALUES);
    }
}
