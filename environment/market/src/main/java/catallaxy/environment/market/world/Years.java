package catallaxy.environment.market.world;

/** The calendar of the world: a year is 365 days of 24 hours, a market that never closes. */
final class Years {
    static final double NANOS_PER_DAY = 86_400e9;
    private static final double NANOS_PER_YEAR = 365 * NANOS_PER_DAY;

    private Years() {}

    static double ofNanos(long nanos) {
        return nanos / NANOS_PER_YEAR;
    }
}
