package catallaxy.environment.market.world.candle;

/** The order in which a file lists its candles, but for the lines that its report calls misplaced. */
public enum RowOrder {
    /** Oldest first. */
    ASCENDING,
    /** Newest first. */
    DESCENDING
}
