package catallaxy.evolution.function;

import catallaxy.environment.api.setting.Key;
import catallaxy.environment.base.check.Checks;
import catallaxy.evolution.fitness.FitnessSample;
import catallaxy.evolution.fitness.Objective;
import catallaxy.evolution.fitness.Objectives;
import catallaxy.evolution.fitness.VectorBox;
import catallaxy.evolution.fitness.VectorTask;
import catallaxy.evolution.search.EvolutionReferee;
import catallaxy.evolution.search.EvolvableProblem;
import java.util.Optional;

/**
 * To find where a function is least. The score is the least value that was found; a share of the optimum, which is 0, does not exist.
 *
 * @param function   which
 * @param dimensions {@code n}
 */
public record FunctionProblem(
        @Key(
                meaning = "function whose least value, 0, is sought",
                initial = "sphere",
                range = "sphere, ellipsoid, rosenbrock or rastrigin")
        TestFunction function,

        @Key(meaning = "how many numbers it takes", initial = "10", range = "2 to 10000")
        int dimensions)
        implements EvolvableProblem {
    private static final Objectives VALUE = Objectives.of(Objective.minimised("value"));

    /** Checks the dimensions. */
    public FunctionProblem {
        Checks.inRange("dimensions", dimensions, 2, 10_000);
    }

    @Override
    public String problem() {
        return "function";
    }

    @Override
    public Optional<VectorTask> vectors() {
        return Optional.of(new Task(function, function.box(dimensions)));
    }

    @Override
    public Optional<EvolutionReferee> referee() {
        return Optional.of(EvolutionReferee.cost("least value of the function", 0));
    }

    /** One trial is one value. */
    private record Task(TestFunction function, VectorBox box) implements VectorTask {
        @Override
        public Objectives objectives() {
            return VALUE;
        }

        @Override
        public boolean noisy() {
            return false;
        }

        @Override
        public boolean light() {
            return true;
        }

        @Override
        public FitnessSample sample(double[] candidate, long seed) {
            return FitnessSample.of(function.of(candidate));
        }
    }
}
