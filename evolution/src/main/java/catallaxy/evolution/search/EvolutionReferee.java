package catallaxy.evolution.search;

import java.util.List;

/**
 * Knows the answer of a problem, and scores what was found.
 *
 * @param name      what the answer is, for example {@code "hypervolume of the whole front"}
 * @param optimum   the best attainable score
 * @param reference the point up to which a front's hypervolume is measured, {@code [M]} costs; empty where there is no front
 * @param score     of what was found
 */
public record EvolutionReferee(String name, double optimum, List<Double> reference, Score score) {
    /** Scores what was found, in the units of the optimum; NaN where nothing valid was. */
    @FunctionalInterface
    public interface Score {
        /** The score of the best, which are one or a front, or of the niches that are filled. */
        double of(Discoveries<?> found);
    }

    /** Checks nothing but copies the point. */
    public EvolutionReferee {
        reference = List.copyOf(reference);
    }

    /**
     * How much of the optimum was attained: 1 is all of it. {@code attained / optimum} where both are positive, {@code optimum /
     * attained} where both are negative, else unknown (NaN).
     */
    public double ratio(double attained) {
        if (optimum > 0 && attained >= 0) {
            return attained / optimum;
        }
        return optimum < 0 && attained < 0 ? optimum / attained : Double.NaN;
    }

    /** Of one objective, whose best cost is known. */
    public static EvolutionReferee cost(String name, double optimum) {
        return new EvolutionReferee(name, optimum, List.of(), EvolutionReferee::cost);
    }

    /** Of one objective that is maximised, whose best value is known. */
    public static EvolutionReferee value(String name, double optimum) {
        return new EvolutionReferee(name, optimum, List.of(), found -> -cost(found));
    }

    private static double cost(Discoveries<?> found) {
        double[][] costs = found.costs();
        return costs.length == 0 ? Double.NaN : costs[0][0];
    }
}
