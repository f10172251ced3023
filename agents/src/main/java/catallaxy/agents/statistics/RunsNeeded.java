package catallaxy.agents.statistics;

import catallaxy.environment.base.check.Checks;
import java.util.function.LongToDoubleFunction;

/**
 * How many runs an interval of a wanted width takes, by Student's interval from the deviations that were seen; these are uncertain
 * themselves, by some 16 % of 20 runs, so that the number is by some 30 %.
 *
 * @param width      of the whole interval, from end to end; positive
 * @param confidence of the interval, in (0, 1)
 */
public record RunsNeeded(double width, double confidence) {
    /** More than anybody runs. */
    private static final long MOST = 1L << 40;

    public RunsNeeded {
        Checks.positive("width", width);
        Checks.that(confidence > 0 && confidence < 1, "confidence", "a number between 0 and 1", confidence);
    }

    /**
     * What half of the width takes that Student's interval has now.
     *
     * @param deviation of the runs, positive
     * @param runs      that there are, at least 2
     */
    public static RunsNeeded forHalfOf(double deviation, int runs, double confidence) {
        double reach = StudentQuantile.of(1 - (1 - confidence) / 2, runs - 1);
        return new RunsNeeded(reach * deviation / StrictMath.sqrt(runs), confidence);
    }

    /**
     * Runs for the mean, or pairs of runs for the mean of their differences.
     *
     * @param deviation of the runs or of the differences, not negative
     * @return at least 2
     */
    public long ofMean(double deviation) {
        return least(runs -> width(deviation * deviation, (double) (runs - 1), runs));
    }

    /**
     * Runs of each of two groups for the difference of their means, where the runs of one know nothing of the other's: Welch's
     * interval.
     *
     * @param deviation of the runs of one, not negative
     * @param other     of the other's
     * @return at least 2
     */
    public long ofEach(double deviation, double other) {
        double variance = deviation * deviation + other * other;
        double fourths = StrictMath.pow(deviation, 4) + StrictMath.pow(other, 4);
        double share = fourths > 0 ? variance * variance / fourths : 1;
        return least(runs -> width(variance, share * (runs - 1), runs));
    }

    private double width(double variance, double degrees, long runs) {
        return 2 * StudentQuantile.of(1 - (1 - confidence) / 2, degrees) * StrictMath.sqrt(variance / runs);
    }

    /** The least number of runs with which the interval is no wider. */
    private long least(LongToDoubleFunction widthOf) {
        long enough = 2;
        while (enough < MOST && widthOf.applyAsDouble(enough) > width) {
            enough *= 2;
        }
        long few = Math.max(1, enough / 2);
        while (enough - few > 1) {
            long middle = few + (enough - few) / 2;
            if (widthOf.applyAsDouble(middle) > width) {
                few = middle;
            } else {
                enough = middle;
            }
        }
        return enough;
    }
}
