package catallaxy.agents.evolution;

import catallaxy.agents.algorithm.Descent;
import catallaxy.agents.algorithm.DeterministicSettings;
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
import catallaxy.agents.network.Activation;
import catallaxy.agents.problem.CartPoleProblem;
import catallaxy.agents.problem.PendulumProblem;
import catallaxy.agents.problem.ProblemSpec;
import catallaxy.agents.training.LearnerSpec;
import catallaxy.environment.base.check.InvalidValueException;
import catallaxy.evolution.space.Parameter;
import catallaxy.evolution.space.Parameter.Real;
import catallaxy.evolution.space.Parameter.Scale;
import catallaxy.evolution.space.Parameter.Whole;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Small learners with settings that a test may change, and problems for them. */
enum RaisedLearners implements LearnerSettings {
    PPO(new CartPoleProblem(100)) {
        @Override
        LearnerSpec<?> made(Values settings) {
            return new LearnerSpec<>(
                    new PpoKind(),
                    new Ppo.Config(
                            new RolloutSettings(settings.whole("rollout-length", 16), 0.99, 0.95, 0.95, true, true),
                            new PolicyShape(
                                    List.of(settings.whole("hidden", 8)), Activation.TANH, new LogStd(true, 0, 0)),
                            new Descent(settings.real("learning-rate", 1e-3), true, 0.5),
                            new LossWeights(0.5, settings.real("entropy-coefficient", 0.01), true),
                            16,
                            2,
                            new Ppo.Clip(settings.real("clip-range", 0.2), false, 0)));
        }
    },
    TD3(new PendulumProblem()) {
        @Override
        LearnerSpec<?> made(Values settings) {
            return new LearnerSpec<>(
                    new Td3Kind(),
                    new Td3.Config(
                            settings.real("learning-rate", 1e-3),
                            2,
                            settings.real("target-noise", 0.2),
                            0.5,
                            new DeterministicSettings(
                                    List.of(settings.whole("hidden", 8)),
                                    Activation.RELU,
                                    false,
                                    0.01,
                                    settings.real("exploration-noise", 0.3),
                                    true,
                                    true,
                                    replay(settings))));
        }
    },
    RAINBOW(new CartPoleProblem(100)) {
        @Override
        LearnerSpec<?> made(Values settings) {
            return new LearnerSpec<>(
                    new RainbowKind(),
                    new Rainbow.Config(
                            List.of(settings.whole("hidden", 8)),
                            new Improvements(
                                    true,
                                    true,
                                    settings.whole("steps", 3),
                                    new Improvements.Distribution(true, 11, -10, 10),
                                    new Improvements.Noise(true, 0.5),
                                    new Improvements.Priority(true, settings.real("priority-exponent", 0.5), 0.4)),
                            1e-8,
                            new ValueSettings(
                                    replay(settings),
                                    new ExplorationRate(1, 0.2, 0.5),
                                    new Descent(settings.real("learning-rate", 1e-3), true, 0.5),
                                    64,
                                    true)));
        }
    };

    /** A setting that every learner may change while it lives. */
    static final Parameter RATE = new Real("learning-rate", 1e-4, 1e-1, Scale.LOGARITHMIC);

    static final Parameter HIDDEN = new Whole("hidden", 4, 8, Scale.LINEAR);

    @SuppressWarnings("ImmutableEnumChecker") // a record
    final ProblemSpec problem;

    RaisedLearners(ProblemSpec problem) {
        this.problem = problem;
    }

    abstract LearnerSpec<?> made(Values settings);

    @Override
    public LearnerSpec<?> with(Map<String, String> settings) {
        Values values = new Values(new HashMap<>(settings));
        LearnerSpec<?> made = made(values);
        if (!values.left().isEmpty()) {
            throw new InvalidValueException("settings", "keys of " + this, values.left());
        }
        return made;
    }

    private static ReplaySettings replay(Values settings) {
        return new ReplaySettings(
                settings.whole("buffer-size", 500), 40, settings.whole("batch-size", 16), 0.99, 4, 1, 1);
    }

    /** Settings that are used up. */
    record Values(Map<String, String> left) {
        double real(String key, double otherwise) {
            String text = left.remove(key);
            return text == null ? otherwise : Double.parseDouble(text);
        }

        int whole(String key, int otherwise) {
            String text = left.remove(key);
            return text == null ? otherwise : Integer.parseInt(text);
        }
    }
}
