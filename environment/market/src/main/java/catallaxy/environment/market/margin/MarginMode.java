package catallaxy.environment.market.margin;

/** What stands behind a position. */
public enum MarginMode {
    /**
     * All of the owner's quote asset at the exchange: losses take what is free there, too, and positions in all cross-margined markets
     * of the exchange with the same quote asset share one account.
     */
    CROSS,
    /** What was set aside for this market when its orders were placed, and what the position has gained since. */
    ISOLATED
}
