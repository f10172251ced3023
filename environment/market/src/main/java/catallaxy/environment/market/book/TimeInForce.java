package catallaxy.environment.market.book;

/** What becomes of the part of a limit order that does not trade at once. */
public enum TimeInForce {
    /** Good till cancelled: the rest joins the book. */
    GTC,
    /** Immediate or cancel: the rest is cancelled. */
    IOC,
    /** Fill or kill: the order trades whole at once or is rejected with no effect on the book. */
    FOK
}
