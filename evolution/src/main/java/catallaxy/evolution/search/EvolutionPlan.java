package catallaxy.evolution.search;

import catallaxy.environment.base.check.Checks;
import java.util.OptionalDouble;

/**
 * How long to evolve, and how fitness is sampled.
 *
 * @param evaluations trials in all; the last generation is begun while there are trials left for it
 * @param samples     trials of a candidate in each generation that it is tried in; 1 where trials do not differ
 * @param target      value of the first objective at which evolution ends, in the objective's own direction
 */
public record EvolutionPlan(long evaluations, int samples, OptionalDouble target) {
    /** Checks each; the error names the field. */
    public EvolutionPlan {
        Checks.inRange("evaluations", evaluations, 1, 1_000_000_000_000L);
        Checks.inRange("samples", samples, 1, 100_000);
    }
}
