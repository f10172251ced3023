package catallaxy.environment.market.book;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import java.util.OptionalLong;

/**
 * A limit order book with price-time priority for one market.
 *
 * <p>Prices are integer ticks (any {@code long}, negative ones included), quantities integer lots (positive). Order
 * ids are given by the caller and must be unique among resting orders; owners are opaque numbers. A trade happens at
 * the price of the resting order. Rejections are statuses and change nothing. There is no clock, no money and no
 * randomness: the same commands give the same statuses, events and state. Owned by one thread.
 */
public interface MatchingEngine {
    /** Most slices of which an iceberg may consist, when it comes and whenever it is replaced. */
    int MOST_SLICES = 1_000;

    /**
     * Trades against the opposite side up to and including the limit price; {@code timeInForce} decides over the rest.
     *
     * <p>A post-only order rests whole, or is rejected if its price reaches the best opposite price, whoever owns the
     * order there.
     */
    OrderStatus limit(
            long orderId,
            int owner,
            Side side,
            long priceTicks,
            long lots,
            TimeInForce timeInForce,
            BookListener listener);

    /**
     * As {@link #limit}; of what rests, others see at most {@code shownLots}. When a slice has traded, the next one comes last in the
     * queue at its price, within the same matching. Shown and hidden lots trade alike with what fills whole or not at all. Of an order
     * that does not rest nothing is shown.
     *
     * @param shownLots lots of a slice, positive and at least a {@link #MOST_SLICES}th of the lots, rounded up; else the order is refused
     *                  as of invalid lots, since each slice costs whoever takes it a trade
     */
    OrderStatus iceberg(
            long orderId,
            int owner,
            Side side,
            long priceTicks,
            long lots,
            long shownLots,
            TimeInForce timeInForce,
            BookListener listener);

    /** Trades at any price; what finds no counterparty is cancelled. */
    default OrderStatus market(long orderId, int owner, Side side, long lots, BookListener listener) {
        long worst = side == Side.BUY ? Long.MAX_VALUE : Long.MIN_VALUE;
        return limit(orderId, owner, side, worst, lots, TimeInForce.IOC, listener);
    }

    /** Takes a resting order out of the book: {@code CANCELLED} or {@code UNKNOWN_ORDER}. */
    OrderStatus cancel(long orderId, BookListener listener);

    /**
     * Gives a resting order a new limit price and a new open quantity.
     *
     * <p>It keeps its place in the queue if the price stays and the quantity does not grow. Otherwise it leaves the
     * book and comes back under the same id as a new good-till-cancelled order, last in its queue, and trades first
     * if its price now reaches the opposite side. An iceberg that becomes smaller loses hidden lots first, and one that moves or
     * grows begins with a new slice.
     */
    OrderStatus replace(long orderId, long priceTicks, long lots, BookListener listener);

    /** As {@link #replace}, but rejected, with the order left as it was, if the new price reaches the opposite side. */
    OrderStatus replacePostOnly(long orderId, long priceTicks, long lots, BookListener listener);

    /** Whether an order of this id rests. */
    boolean contains(long orderId);

    /** Owner of a resting order; as with all queries by id, an id that does not rest is a programming error. */
    int owner(long orderId);

    /** Side on which a resting order stands; an id that does not rest is a programming error. */
    Side side(long orderId);

    /** Limit price of a resting order, ticks; an id that does not rest is a programming error. */
    long priceTicks(long orderId);

    /** Open lots of a resting order, hidden ones too. */
    long lots(long orderId);

    /** Lots of a resting order that others see. */
    long shownLots(long orderId);

    /** Most lots that a resting iceberg shows at a time; 0 of an order that shows all. */
    long sliceLots(long orderId);

    /** Number of orders that trade before this one at its price: 0 is next. */
    int positionInQueue(long orderId);

    /** Shown lots that trade before this order at its price. */
    long lotsAhead(long orderId);

    /** Number of orders that rest, both sides together. */
    int restingOrders();

    /** Number of orders that rest on a side. */
    int restingOrders(Side side);

    /** Number of different prices at which orders rest on a side. */
    int levels(Side side);

    /** Whether no order rests on a side. */
    default boolean isEmpty(Side side) {
        return restingOrders(side) == 0;
    }

    /**
     * Highest bid or lowest ask.
     *
     * @throws IllegalStateException if the side is empty
     */
    long bestPriceTicks(Side side);

    /** Total lots resting on a side, hidden ones too. */
    long totalLots(Side side);

    /** Shown lots at exactly this price, 0 if none. */
    long lotsAt(Side side, long priceTicks);

    /** Orders resting at exactly this price. */
    int ordersAt(Side side, long priceTicks);

    /**
     * Writes price levels with their shown lots, best first, into the caller's arrays, as many as exist and fit.
     *
     * @return number of levels written
     */
    int depth(Side side, long[] priceTicks, long[] lots);

    /**
     * As {@link #depth}, at most {@code most} levels of what an incoming order of {@code taker} could trade with: without
     * the taker's own orders unless they may trade, and nothing behind one that would stop the incoming order. Shown lots only.
     */
    int takeableDepth(int taker, Side taken, int most, long[] priceTicks, long[] lots);

    /**
     * The worst price at which an incoming order of {@code taker} for so many lots would trade; of the last lot that it
     * could take if there are fewer, empty if there are none. Counts what {@link #takeableDepth} does, and hidden lots.
     */
    OptionalLong sweepPriceTicks(int taker, Side taken, long lots);

    /** Visits all resting orders with all their open lots: bids then asks, best price first, oldest first within a price. */
    void forEachOrder(OrderVisitor visitor);

    /** Visits the orders of a side with the lots that others see: best price first, oldest first within a price. */
    void forEachShown(Side side, OrderVisitor visitor);

    /** Visits the resting orders of one owner, in the order of {@link #forEachOrder(OrderVisitor)}. */
    default void forEachOrder(int owner, OrderVisitor visitor) {
        forEachOrder((orderId, itsOwner, side, priceTicks, lots) -> {
            if (itsOwner == owner) {
                visitor.visit(orderId, owner, side, priceTicks, lots);
            }
        });
    }

    /** Hash of all resting orders in price-time order; equal books have equal hashes, whatever their history. */
    default long stateHash() {
        StateHash hash = new StateHash();
        forEachOrder((orderId, owner, side, priceTicks, lots) -> {
            hash.visit(orderId, owner, side, priceTicks, lots);
            hash.iceberg(sliceLots(orderId), shownLots(orderId));
        });
        return hash.value();
    }
}
