package catallaxy.environment.market.recording;

import catallaxy.environment.api.command.Side;

/**
 * Something that a recording tells of a book.
 *
 * @param timeNanos  since the first message
 * @param kind       what it tells
 * @param orderId    of the order it is about, 0 to 2³⁸ − 1, or {@link #ANONYMOUS}
 * @param side       of the order or level it is about; of a trade the taker's
 * @param priceTicks of the order, level or trade
 * @param lots       that came, went or traded; of a level all that rest there now, perhaps none
 */
public record FlowMessage(long timeNanos, Kind kind, long orderId, Side side, long priceTicks, long lots) {
    /** The id of what the recording does not name. */
    public static final long ANONYMOUS = -1;

    /** What a message tells. */
    public enum Kind {
        /** An order came to rest. */
        REST,
        /** Lots of an order were cancelled, perhaps all. */
        CANCEL,
        /** An order that did not rest took lots at a price. */
        TRADE,
        /** So many lots rest at a price now. */
        LEVEL
    }
}
