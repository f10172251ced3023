package catallaxy.environment.market.world.candle;

import catallaxy.environment.market.kernel.Checks;

/**
 * Where and how a candle file tells time.
 *
 * @param mark which instant of the candle the cell denotes
 * @param intervalNanos the length of a candle; 0 takes the most common distance between neighbours
 */
public record TimeColumn(Column column, TimeFormat format, TimeMark mark, long intervalNanos) {
    private static final long MAX_INTERVAL_NANOS = 366L * 86_400 * 1_000_000_000;

    public TimeColumn {
        Checks.inRange("interval (ns)", intervalNanos, 0, MAX_INTERVAL_NANOS);
    }

    /** Opening times, of an interval to be detected. */
    public TimeColumn(Column column, TimeFormat format) {
        this(column, format, TimeMark.START, 0);
    }
}
