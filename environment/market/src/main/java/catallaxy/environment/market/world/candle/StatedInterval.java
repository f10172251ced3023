package catallaxy.environment.market.world.candle;

import catallaxy.environment.base.check.Checks;

/**
 * The length of a candle as a user states it: a time, or some months, or neither, to be found from the rows.
 *
 * @param nanos  at most 366 days; 0 for none
 * @param months 0 for none; only one of the two is stated
 */
public record StatedInterval(long nanos, int months) {
    /** To be found from the rows. */
    public static final StatedInterval NONE = new StatedInterval(0, 0);

    private static final long MAX_NANOS = 366L * 86_400 * 1_000_000_000;

    public StatedInterval {
        Checks.inRange("nanos", nanos, 0, MAX_NANOS);
        Checks.inRange("months", months, 0, 1200);
        Checks.that(
                nanos == 0 || months == 0,
                "interval",
                "a time or months, not both",
                nanos + " ns and " + months + " months");
    }
}
