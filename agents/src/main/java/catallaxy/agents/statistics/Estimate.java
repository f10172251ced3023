package catallaxy.agents.statistics;

import catallaxy.environment.base.check.Checks;

/**
 * A number estimated from runs, with its interval; both ends are NaN where the runs do not tell how far they spread.
 *
 * @param value      of the runs themselves
 * @param low        lower end of the interval
 * @param high       upper end of the interval
 * @param confidence of the interval, in (0, 1)
 * @param runs       n, the number of runs it rests on
 */
public record Estimate(double value, double low, double high, double confidence, int runs) {
    public Estimate {
        Checks.that(low <= high || (Double.isNaN(low) && Double.isNaN(high)), "low", "at most " + high, low);
        Checks.that(confidence > 0 && confidence < 1, "confidence", "a number between 0 and 1", confidence);
        Checks.inRange("runs", runs, 1, Integer.MAX_VALUE);
    }

    /** Whether the runs tell an interval. */
    public boolean hasInterval() {
        return low <= high;
    }
}
