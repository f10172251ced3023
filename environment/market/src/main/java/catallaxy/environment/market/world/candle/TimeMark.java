package catallaxy.environment.market.world.candle;

/** Which instant of a candle its time cell denotes. */
public enum TimeMark {
    /** The opening time. */
    START(0),
    /** The opening time of the next candle. */
    END(0),
    /** The last second of the candle. */
    LAST_SECOND(1_000_000_000),
    /** The last millisecond of the candle, such as 23:59:59.999. */
    LAST_MILLISECOND(1_000_000);

    private final long nanosToEnd;

    TimeMark(long nanosToEnd) {
        this.nanosToEnd = nanosToEnd;
    }

    /** The end of a candle marked {@code time}; for {@link #START} its beginning. */
    long boundary(long time) {
        return time + nanosToEnd;
    }
}
