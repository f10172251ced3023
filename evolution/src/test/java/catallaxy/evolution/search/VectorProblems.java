package catallaxy.evolution.search;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.evolution.fitness.Descriptor;
import catallaxy.evolution.fitness.FitnessSample;
import catallaxy.evolution.fitness.Objective;
import catallaxy.evolution.fitness.Objectives;
import catallaxy.evolution.fitness.VectorBox;
import catallaxy.evolution.fitness.VectorTask;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Small problems of three numbers between −1 and 1, of which the first two are the behaviour, for tests of searches. */
public final class VectorProblems {
    /** The sum of squares, without noise. */
    public static final EvolvableProblem SPHERE = posed(false, (x, _) -> FitnessSample.of(squares(x)));

    /** The sum of squares, with noise that is far larger than it. */
    public static final EvolvableProblem NOISY = posed(
            true,
            (x, seed) -> FitnessSample.of(
                    squares(x) + 5 * RandomStream.of(seed, key(x)).nextGaussian()));

    /** The sum of squares where the first number is positive; elsewhere not a number, the best possible or a failure. */
    public static final EvolvableProblem HALF_INVALID = posed(false, VectorProblems::half);

    /** Nothing is valid. */
    public static final EvolvableProblem ALL_INVALID = posed(false, (_, _) -> FitnessSample.of(Double.NaN));

    private VectorProblems() {}

    private static FitnessSample half(double[] x, long seed) {
        if (x[0] > 0.2) {
            return FitnessSample.of(squares(x));
        }
        return x[1] > 0
                ? FitnessSample.of(Double.NaN)
                : x[2] > 0 ? FitnessSample.of(Double.NEGATIVE_INFINITY) : FitnessSample.invalid();
    }

    /** The sum of squares of a vector. */
    public static double squares(double[] x) {
        double sum = 0;
        for (double each : x) {
            sum += each * each;
        }
        return sum;
    }

    private static String key(double[] x) {
        return x[0] + " " + x[1] + " " + x[2];
    }

    /** A problem of one cost. */
    public static EvolvableProblem posed(boolean noisy, BiFunction<double[], Long, FitnessSample> trial) {
        VectorTask task = new VectorTask() {
            @Override
            public VectorBox box() {
                return VectorBox.cube(3, -1, 1);
            }

            @Override
            public Objectives objectives() {
                return Objectives.of(Objective.minimised("cost"));
            }

            @Override
            public List<Descriptor> descriptors() {
                return List.of(new Descriptor("first", -1, 1), new Descriptor("second", -1, 1));
            }

            @Override
            public boolean noisy() {
                return noisy;
            }

            @Override
            public FitnessSample sample(double[] candidate, long seed) {
                FitnessSample found = trial.apply(candidate, seed);
                return found.valid()
                        ? FitnessSample.of(found.values(), new double[] {candidate[0], candidate[1]})
                        : found;
            }
        };
        return new EvolvableProblem() {
            @Override
            public String problem() {
                return "test";
            }

            @Override
            public Optional<VectorTask> vectors() {
                return Optional.of(task);
            }
        };
    }
}
