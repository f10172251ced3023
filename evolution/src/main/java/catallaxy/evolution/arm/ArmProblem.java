package catallaxy.evolution.arm;

import catallaxy.environment.api.setting.Key;
import catallaxy.environment.base.check.Checks;
import catallaxy.evolution.fitness.VectorTask;
import catallaxy.evolution.search.Discoveries;
import catallaxy.evolution.search.EvolutionReferee;
import catallaxy.evolution.search.EvolvableProblem;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A planar arm of equal parts, 1 long together, that is to reach as many places as there are, each with joints as alike as can be:
 * the variance of its angles is the cost, the place of its end the behaviour. The arm of Cully et al. 2015,
 * https://doi.org/10.1038/nature14422, as Vassiliades and Mouret 2018 pose it, https://arxiv.org/abs/1804.03906.
 *
 * @param joints of the arm
 */
public record ArmProblem(
        @Key(
                initial = "12",
                range = "2 to 1000",
                meaning = "Joints of the arm, whose parts are equal and 1 long together.")
        int joints)
        implements EvolvableProblem {
    /** So near the circle a corner counts as on it. */
    private static final double ROUNDING = 1e-12;

    /** Checks the joints: with two or more of equal parts the arm's end reaches every place of the disc. */
    public ArmProblem {
        Checks.inRange("joints", joints, 2, 1000);
    }

    @Override
    public String problem() {
        return ArmKind.NAME;
    }

    @Override
    public Optional<VectorTask> vectors() {
        return Optional.of(new ArmTask(joints));
    }

    /** Of two joints at the ends of their range, half of them each way. */
    @Override
    public OptionalDouble worstCost() {
        return OptionalDouble.of(Math.PI * Math.PI);
    }

    /** Of the cells that can be reached, how many are filled; NaN of a search that keeps no niches. */
    @Override
    public Optional<EvolutionReferee> referee() {
        return Optional.of(new EvolutionReferee("share of the reachable cells", 1, List.of(), ArmProblem::share));
    }

    private static double share(Discoveries<?> found) {
        return found.niches()
                .map(niches -> (double) niches.elites().size()
                        / reachable(niches.cells().get(0), niches.cells().get(1)))
                .orElse(Double.NaN);
    }

    /** How many cells of a grid over the square around the disc share more than a point with it. */
    static int reachable(int columns, int rows) {
        int count = 0;
        for (int column = 0; column < columns; column++) {
            for (int row = 0; row < rows; row++) {
                double x = nearest(column, columns);
                double y = nearest(row, rows);
                if (x * x + y * y < 1 - ROUNDING) {
                    count++;
                }
            }
        }
        return count;
    }

    /** The number of least size in one of {@code cells} equal parts from −1 to 1. */
    private static double nearest(int cell, int cells) {
        double low = 2.0 * cell / cells - 1;
        double high = 2.0 * (cell + 1) / cells - 1;
        return Math.clamp(0, low, high);
    }
}
