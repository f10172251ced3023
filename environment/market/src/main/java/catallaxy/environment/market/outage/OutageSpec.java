package catallaxy.environment.market.outage;

import catallaxy.environment.base.check.Checks;

/**
 * When a chain or an exchange stands still, as the scenario describes it: at planned times, and at random ones.
 *
 * @param firstNanos        when the first planned outage begins
 * @param lengthNanos       of a planned outage; 0 where none is planned
 * @param everyNanos        from the beginning of one planned outage to that of the next; 0 where there is one alone
 * @param ratePerDay        random outages of a day in which the place is up, in [0, 1000]; times between them are exponential
 * @param meanDurationNanos of a random outage, which is exponential, too
 */
public record OutageSpec(
        long firstNanos, long lengthNanos, long everyNanos, double ratePerDay, long meanDurationNanos) {
    /** A place that never stands still. */
    public static final OutageSpec NONE = new OutageSpec(0, 0, 0, 0, 1_800_000_000_000L);

    private static final long DAY_NANOS = 86_400_000_000_000L;

    public OutageSpec {
        Checks.inRange("firstNanos", firstNanos, 0, 36_500 * DAY_NANOS);
        Checks.inRange("lengthNanos", lengthNanos, 0, 365 * DAY_NANOS);
        Checks.inRange("everyNanos", everyNanos, 0, 36_500 * DAY_NANOS);
        Checks.inRange("ratePerDay", ratePerDay, 0, 1_000);
        Checks.inRange("meanDurationNanos", meanDurationNanos, 1_000_000L, 365 * DAY_NANOS);
        Checks.that(
                everyNanos == 0 || everyNanos > lengthNanos,
                "everyNanos",
                "0, or more than an outage's length",
                everyNanos);
    }

    /** A single planned outage. */
    public static OutageSpec planned(long firstNanos, long lengthNanos) {
        return new OutageSpec(firstNanos, lengthNanos, 0, 0, NONE.meanDurationNanos);
    }

    /** Whether the place ever stands still. */
    public boolean isPossible() {
        return lengthNanos > 0 || ratePerDay > 0;
    }

    /** Beginning of the first planned outage that ends after a time; {@link Long#MAX_VALUE} if there is none. */
    long plannedFrom(long timeNanos) {
        if (lengthNanos == 0) {
            return Long.MAX_VALUE;
        }
        long late = timeNanos - (firstNanos + lengthNanos);
        if (late < 0) {
            return firstNanos;
        }
        return everyNanos == 0 ? Long.MAX_VALUE : firstNanos + (late / everyNanos + 1) * everyNanos;
    }
}
