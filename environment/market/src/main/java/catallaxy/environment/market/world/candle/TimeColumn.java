package catallaxy.environment.market.world.candle;

/**
 * Where and how a candle file tells time.
 *
 * @param mark which instant of the candle the cell denotes
 * @param interval the length of a candle
 */
public record TimeColumn(Column column, TimeFormat format, TimeMark mark, StatedInterval interval) {
    /** Opening times, of an interval to be detected. */
    public TimeColumn(Column column, TimeFormat format) {
        this(column, format, TimeMark.START, 0);
    }

    /** As the full one, of an interval in nanoseconds or, for 0, to be detected. */
    public TimeColumn(Column column, TimeFormat format, TimeMark mark, long intervalNanos) {
        this(column, format, mark, new StatedInterval(intervalNanos, 0));
    }
}
