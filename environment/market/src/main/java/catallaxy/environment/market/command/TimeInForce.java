package catallaxy.environment.market.command;

/** How long an order may stand and whether it may take. */
public enum TimeInForce {
    /** Good till cancelled: takes what it can, rests with the remainder. */
    GTC,
    /** Immediate or cancel: takes what it can, the remainder is cancelled. */
    IOC,
    /** Fill or kill: takes everything or nothing. */
    FOK,
    /** Rests or is rejected; never takes. */
    POST_ONLY
}
