package catallaxy.environment.market.book;

/** What a command did to the order it names. Rejections leave the book exactly as it was. */
public enum OrderStatus {
    /** Nothing traded; the whole quantity rests, or what self-trade prevention left of it. */
    ACCEPTED,
    /** A part traded; the rest rests. */
    PARTIALLY_FILLED,
    /** The whole quantity traded. */
    FILLED,
    /** A part traded; the rest was cancelled. */
    PARTIALLY_FILLED_THEN_CANCELLED,
    /** Nothing traded; the order is out of the book. */
    CANCELLED,
    /** A post-only order would have traded. */
    REJECTED_POST_ONLY,
    /** A fill-or-kill order could not trade whole. */
    REJECTED_FOK,
    /** The lots resting on one side would exceed a {@code long}. */
    REJECTED_CAPACITY,
    /** No resting order has this id. */
    UNKNOWN_ORDER,
    /** A resting order has this id already. */
    DUPLICATE_ORDER,
    /** The quantity is not positive. */
    INVALID_LOTS;

    /** Whether the command was refused and changed nothing. */
    public boolean isRejection() {
        return switch (this) {
            case ACCEPTED, PARTIALLY_FILLED, FILLED, PARTIALLY_FILLED_THEN_CANCELLED, CANCELLED -> false;
            case REJECTED_POST_ONLY, REJECTED_FOK, REJECTED_CAPACITY, UNKNOWN_ORDER, DUPLICATE_ORDER, INVALID_LOTS ->
                true;
        };
    }
}
