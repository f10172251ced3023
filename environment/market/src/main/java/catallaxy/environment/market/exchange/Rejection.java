package catallaxy.environment.market.exchange;

/** Why an exchange refused a command. */
public enum Rejection {
    INSUFFICIENT_BALANCE,
    INVALID_LOTS,
    INVALID_PRICE,
    INVALID_ORDER_ID,
    INVALID_SHOWN_LOTS,
    INVALID_STOP_PRICE,
    STOP_WOULD_TRIGGER,
    ORDER_TOO_LARGE,
    NO_LIQUIDITY,
    POST_ONLY_WOULD_TAKE,
    FILL_OR_KILL_NOT_FILLED,
    DUPLICATE_ORDER,
    UNKNOWN_ORDER,
    BOOK_FULL,
    HALTED,
    MARKET_CLOSED
}
