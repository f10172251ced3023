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

    /** What the mark is, in words. */
    public String text() {
        return switch (this) {
            case START -> "when a candle opens";
            case END -> "when a candle ends";
            case LAST_SECOND -> "the last second of a candle";
            case LAST_MILLISECOND -> "the last millisecond of a candle";
        };
    }

    /** The end of a candle marked {@code time}; for {@link #START} its beginning. */
    long boundary(long time) {
        return time + nanosToEnd;
    }
}
