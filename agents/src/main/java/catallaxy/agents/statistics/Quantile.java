package catallaxy.agents.statistics;

import catallaxy.environment.base.check.Checks;

/** The quantile of a sorted sample by linear interpolation between order statistics, the rule R-7 of Hyndman and Fan 1996. */
final class Quantile {
    private Quantile() {}

    /**
     * The quantile at rank {@code (n − 1) p}, counted from 0.
     *
     * @param sorted {@code [n]}, ascending, at least one
     * @param p      in [0, 1]
     */
    static double of(double[] sorted, double p) {
        Checks.that(sorted.length > 0, "sorted", "at least 1", sorted.length);
        Checks.inRange("p", p, 0, 1);
        double rank = (sorted.length - 1) * p;
        int below = (int) rank;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
    }
}
