package catallaxy.environment.market.book;

/** Why lots left the market without trading. */
public enum CancelReason {
    /** The owner cancelled the resting order. */
    REQUESTED,
    /** The rest of an immediate-or-cancel or market order found no counterparty. */
    UNFILLED,
    /** Self-trade prevention. */
    SELF_TRADE
}
