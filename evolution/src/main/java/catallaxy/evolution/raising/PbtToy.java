package catallaxy.evolution.raising;

import catallaxy.environment.api.setting.Key;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.evolution.fitness.FitnessSample;
import catallaxy.evolution.fitness.Objective;
import catallaxy.evolution.fitness.Objectives;
import catallaxy.evolution.search.EvolutionReferee;
import catallaxy.evolution.search.EvolvableProblem;
import catallaxy.evolution.search.Trainee;
import catallaxy.evolution.search.TraineeTask;
import catallaxy.evolution.space.Parameter;
import catallaxy.evolution.space.ParameterSpace;
import java.util.List;
import java.util.Optional;

/**
 * The toy of population-based training, Jaderberg et al. 2017, https://arxiv.org/abs/1711.09846, figure 2: the worth is
 * {@code Q(θ) = 1.2 − (θ₀² + θ₁²)}, but a learner, from θ = (0.9, 0.9) on, sees a surrogate only, {@code 1.2 − (h₀θ₀² + h₁θ₁²)} with
 * h = (1, 0) or (0, 1), whose gradient it ascends. Whoever keeps its h comes to 0.39; only who changes it in the middle of its life
 * comes to 1.2.
 *
 * @param rate  of the ascent
 * @param steps of the ascent in a stretch
 */
public record PbtToy(
        @Key(meaning = "Rate of a learner's gradient ascent.", initial = "0.02", range = "above 0, at most 0.5")
        double rate,

        @Key(meaning = "Steps of the ascent in each stretch.", initial = "4", range = "1 to 1000000")
        int steps)
        implements EvolvableProblem {
    private static final double BEGINNING = 0.9;
    private static final double OPTIMUM = 1.2;
    private static final ParameterSpace SPACE =
            ParameterSpace.of(new Parameter.Choice("h", List.of("first", "second")));

    /** Checks both; the error names the field. */
    public PbtToy {
        Checks.that(rate > 0 && rate <= 0.5, "rate", "a number above 0, at most 0.5", rate);
        Checks.inRange("steps", steps, 1, 1_000_000);
    }

    @Override
    public String problem() {
        return "pbt-toy";
    }

    @Override
    public Optional<TraineeTask> trainees() {
        return Optional.of(new TraineeTask() {
            @Override
            public Objectives objectives() {
                return Objectives.of(Objective.maximised("value"));
            }

            @Override
            public ParameterSpace space() {
                return SPACE;
            }

            @Override
            public Trainee begin(double[] point, long seed) {
                return new Ascent();
            }
        });
    }

    @Override
    public Optional<EvolutionReferee> referee() {
        return Optional.of(EvolutionReferee.value("maximum of Q", OPTIMUM));
    }

    /** A learner at θ. */
    private final class Ascent implements Trainee {
        private final double[] theta = {BEGINNING, BEGINNING};

        @Override
        public FitnessSample train(double[] point, long luck) {
            int seen = (int) SPACE.parameters().getFirst().number(point[0]);
            for (int i = 0; i < steps; i++) {
                theta[seen] -= rate * 2 * theta[seen];
            }
            return FitnessSample.of(OPTIMUM - (theta[0] * theta[0] + theta[1] * theta[1]));
        }

        @Override
        public void save(StateWriter out) {
            out.doubles(theta);
        }

        @Override
        public void load(StateReader in) {
            System.arraycopy(in.doubles(), 0, theta, 0, theta.length);
        }

        @Override
        public void close() {}
    }
}
