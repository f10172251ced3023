package catallaxy.agents.statistics;

import catallaxy.environment.base.check.Checks;

/**
 * How much more runs come to than others that had the same luck, pair by pair: common random numbers take out of the
 * difference what both share. Law and Kelton, "Simulation modeling and analysis", chapter on variance reduction.
 *
 * @param difference     mean of mine − other over the pairs, with its interval
 * @param deviation      of the differences, n − 1; NaN for one pair
 * @param ownDeviation   of the runs themselves
 * @param otherDeviation of the others
 */
public record PairedDifference(Estimate difference, double deviation, double ownDeviation, double otherDeviation) {
    /**
     * The difference of runs to others, in the same order.
     *
     * @param mine  {@code [n]}, at least one, finite
     * @param other {@code [n]}
     */
    public static PairedDifference of(double[] mine, double[] other, StudentisedBootstrap bootstrap) {
        Checks.that(mine.length == other.length, "other", mine.length + " runs as of mine", other.length);
        double[] differences = new double[mine.length];
        for (int i = 0; i < mine.length; i++) {
            differences[i] = mine[i] - other[i];
        }
        ScoreSample paired = ScoreSample.of(differences);
        return new PairedDifference(
                bootstrap.mean(paired),
                paired.standardDeviation(),
                ScoreSample.of(mine).standardDeviation(),
                ScoreSample.of(other).standardDeviation());
    }

    /** Seeds for an interval of the wanted width where both run on each seed, at least 2. */
    public long seedsPaired(RunsNeeded wanted) {
        return wanted.ofMean(deviation);
    }

    /** Seeds of each where they run on different ones, at least 2. */
    public long seedsUnpaired(RunsNeeded wanted) {
        return wanted.ofEach(ownDeviation, otherDeviation);
    }
}
