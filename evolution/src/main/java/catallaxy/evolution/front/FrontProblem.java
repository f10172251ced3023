package catallaxy.evolution.front;

import catallaxy.environment.api.setting.Key;
import catallaxy.environment.base.check.Checks;
import catallaxy.evolution.fitness.VectorTask;
import catallaxy.evolution.search.EvolutionReferee;
import catallaxy.evolution.search.EvolvableProblem;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;

/**
 * To find the front of a function of several costs. The referee measures hypervolume below the point (1, …, 1), of DTLZ1 (½, …, ½),
 * and knows that of the whole front; a front of finitely many points has less.
 *
 * @param function   whose front it is
 * @param dimensions how many variables it has; 0 for as many as its authors gave it
 */
public record FrontProblem(
        @Key(
                meaning = "The function whose front is sought",
                initial = "zdt1",
                range = "zdt1, zdt2, zdt3, zdt4, zdt6, dtlz1 or dtlz2")
        FrontFunction function,

        @Key(
                meaning =
                        "How many variables it has; 0 for as many as its authors gave it: 30, of zdt4 and zdt6 10, of dtlz1 7 and of dtlz2 12",
                initial = "0",
                range = "0, or 3 to 10000")
        int dimensions)
        implements EvolvableProblem {
    /** Checks the dimensions. */
    public FrontProblem {
        Checks.that(
                dimensions == 0 || (dimensions >= 3 && dimensions <= 10_000),
                "dimensions",
                "0, or 3 to 10000",
                dimensions);
    }

    @Override
    public String problem() {
        return "front";
    }

    @Override
    public Optional<VectorTask> vectors() {
        return Optional.of(new FrontTask(function, dimensions == 0 ? function.dimensions() : dimensions));
    }

    @Override
    public Optional<EvolutionReferee> referee() {
        return Optional.of(new EvolutionReferee(
                "hypervolume of the whole front",
                function.optimum(),
                Collections.nCopies(function.objectives(), function.reference()),
                found -> hypervolume(found.costs())));
    }

    /** What costs {@code [S][M]} dominate below the referee's point; NaN where there are none. */
    double hypervolume(double[][] costs) {
        double[] reference = new double[function.objectives()];
        Arrays.fill(reference, function.reference());
        return costs.length == 0 ? Double.NaN : Hypervolume.of(costs, reference);
    }
}
