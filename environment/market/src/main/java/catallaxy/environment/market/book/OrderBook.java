package catallaxy.environment.market.book;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.OptionalLong;

/**
 * The price-time priority matching algorithm over flat arrays, made to be copied as often as it is traded on.
 *
 * <p>All state is in primitive arrays: {@link #copy} clones them, and no command allocates once they have grown.
 * Limits: 2<sup>28</sup> orders, in 2<sup>26</sup> blocks of 16 adjacent prices; lots on one side fit in a {@code long}.
 */
public final class OrderBook extends RestingOrders {
    private static final int INITIAL_CAPACITY = 16;
    /** The slice of an order that shows all its lots. */
    private static final long ALL = 0;

    private final SelfTradePrevention prevention;
    /** Lots that prevention took from the order that is being matched; of no meaning between commands. */
    private long prevented;

    /** An empty book that cancels resting orders which an owner's own order reaches. */
    public OrderBook() {
        this(SelfTradePrevention.CANCEL_RESTING);
    }

    /** An empty book. */
    public OrderBook(SelfTradePrevention prevention) {
        super(INITIAL_CAPACITY);
        this.prevention = prevention;
    }

    private OrderBook(OrderBook source) {
        super(source);
        prevention = source.prevention;
    }

    /** An independent book with the same orders. */
    public OrderBook copy() {
        return new OrderBook(this);
    }

    @Override
    public OrderStatus limit(
            long orderId,
            int owner,
            Side side,
            long priceTicks,
            long lots,
            TimeInForce timeInForce,
            BookListener listener) {
        return place(orderId, owner, side, priceTicks, lots, ALL, timeInForce, listener);
    }

    @Override
    public OrderStatus iceberg(
            long orderId,
            int owner,
            Side side,
            long priceTicks,
            long lots,
            long shownLots,
            TimeInForce timeInForce,
            BookListener listener) {
        return shownLots > 0
                ? place(orderId, owner, side, priceTicks, lots, shownLots, timeInForce, listener)
                : OrderStatus.INVALID_LOTS;
    }

    private OrderStatus place(
            long orderId,
            int owner,
            Side side,
            long priceTicks,
            long lots,
            long slice,
            TimeInForce timeInForce,
            BookListener listener) {
        if (lots <= 0 || isTooFine(lots, slice)) {
            return OrderStatus.INVALID_LOTS;
        }
        if (contains(orderId)) {
            return OrderStatus.DUPLICATE_ORDER;
        }
        return switch (timeInForce) {
            case GTC -> goodTillCancelled(orderId, owner, side, priceTicks, lots, slice, listener);
            case IOC -> immediateOrCancel(orderId, owner, side, priceTicks, lots, listener);
            case FOK -> fillOrKill(orderId, owner, side, priceTicks, lots, listener);
            case POST_ONLY ->
                takes(BookSide.index(side), priceTicks)
                        ? OrderStatus.REJECTED_POST_ONLY
                        : goodTillCancelled(orderId, owner, side, priceTicks, lots, slice, listener);
        };
    }

    @Override
    public OrderStatus cancel(long orderId, BookListener listener) {
        int order = index.find(orderId, orders);
        if (order == Orders.NONE) {
            return OrderStatus.UNKNOWN_ORDER;
        }
        cancel(order, CancelReason.REQUESTED, listener);
        return OrderStatus.CANCELLED;
    }

    @Override
    public OrderStatus replace(long orderId, long priceTicks, long lots, BookListener listener) {
        return replace(orderId, priceTicks, lots, false, listener);
    }

    @Override
    public OrderStatus replacePostOnly(long orderId, long priceTicks, long lots, BookListener listener) {
        return replace(orderId, priceTicks, lots, true, listener);
    }

    private OrderStatus goodTillCancelled(
            long orderId, int owner, Side side, long priceTicks, long lots, long slice, BookListener listener) {
        BookSide own = sides[BookSide.index(side)];
        if (!own.hasRoom(lots)) {
            return OrderStatus.REJECTED_CAPACITY;
        }
        long rest = lots;
        if (takes(BookSide.index(side), priceTicks)) {
            rest = take(orderId, owner, side, priceTicks, lots, listener);
            if (rest <= 0) {
                return cancelRest(orderId, owner, side, priceTicks, lots, -rest, CancelReason.SELF_TRADE, listener);
            }
            lots -= prevented;
        }
        int order = orders.add(orderId, owner, rest);
        index.add(order, orders);
        own.add(order, own.key(priceTicks), orders);
        if (slice != ALL) {
            orders.hide(order, slice);
        }
        return rest == lots ? OrderStatus.ACCEPTED : OrderStatus.PARTIALLY_FILLED;
    }

    private OrderStatus immediateOrCancel(
            long orderId, int owner, Side side, long priceTicks, long lots, BookListener listener) {
        long rest = take(orderId, owner, side, priceTicks, lots, listener);
        CancelReason reason = rest < 0 ? CancelReason.SELF_TRADE : CancelReason.UNFILLED;
        return cancelRest(orderId, owner, side, priceTicks, lots, Math.abs(rest), reason, listener);
    }

    private OrderStatus fillOrKill(
            long orderId, int owner, Side side, long priceTicks, long lots, BookListener listener) {
        if (!canFill(owner, side, priceTicks, lots)) {
            return OrderStatus.REJECTED_FOK;
        }
        take(orderId, owner, side, priceTicks, lots, listener);
        return OrderStatus.FILLED;
    }

    private static boolean isTooFine(long lots, long slice) {
        return slice != ALL && (lots - 1) / slice >= MOST_SLICES;
    }

    private OrderStatus replace(long orderId, long priceTicks, long lots, boolean postOnly, BookListener listener) {
        int order = index.find(orderId, orders);
        if (order == Orders.NONE) {
            return OrderStatus.UNKNOWN_ORDER;
        }
        if (lots <= 0 || isTooFine(lots, orders.slice(order))) {
            return OrderStatus.INVALID_LOTS;
        }
        int side = orders.level(order) & 1;
        BookSide own = sides[side];
        int level = own.level(own.key(priceTicks));
        long less = orders.open(order) - lots;
        if (less >= 0 && orders.level(order) >> 1 == level) {
            reduce(own, order, less);
            return OrderStatus.ACCEPTED;
        }
        if (!own.hasRoom(-less)) {
            return OrderStatus.REJECTED_CAPACITY;
        }
        if (takes(side, priceTicks)) {
            return postOnly ? OrderStatus.REJECTED_POST_ONLY : replaceTaking(order, priceTicks, lots, listener);
        }
        move(own, order, level, lots);
        return OrderStatus.ACCEPTED;
    }

    /** Lowers open lots, hidden ones first. */
    private void reduce(BookSide own, int order, long by) {
        long hidden = Math.min(by, orders.hidden(order));
        if (hidden > 0) {
            own.reduceHidden(order, hidden, orders);
        }
        own.reduce(order, by - hidden, orders);
    }

    private void move(BookSide own, int order, int level, long lots) {
        orders.gather(order);
        own.move(order, level, lots, orders);
        if (orders.slice(order) != ALL) {
            orders.hide(order, orders.slice(order));
        }
    }

    private OrderStatus replaceTaking(int order, long priceTicks, long lots, BookListener listener) {
        long orderId = orders.id(order);
        int owner = orders.owner(order);
        Side side = sideOf(order);
        long slice = orders.slice(order);
        remove(order);
        return goodTillCancelled(orderId, owner, side, priceTicks, lots, slice, listener);
    }

    /**
     * Trades an incoming order as far as price and self-trade prevention let it; returns the lots left over, negated where an order of
     * its owner stopped it.
     */
    private long take(long takerId, int taker, Side side, long priceTicks, long lots, BookListener listener) {
        BookSide makers = sides[BookSide.index(side) ^ 1];
        long limit = makers.key(priceTicks);
        long rest = lots;
        prevented = 0;
        while (rest > 0 && makers.reaches(limit)) {
            int maker = makers.head(makers.best());
            if (prevention == SelfTradePrevention.NONE || orders.owner(maker) != taker) {
                rest -= trade(takerId, taker, maker, makers, rest, listener);
            } else if (prevention == SelfTradePrevention.DECREMENT) {
                rest -= decrement(takerId, maker, side, priceTicks, rest, listener);
            } else {
                if (prevention != SelfTradePrevention.CANCEL_TAKING) {
                    cancel(maker, CancelReason.SELF_TRADE, listener);
                }
                rest = prevention.stopsTaker() ? -rest : rest;
            }
        }
        return rest;
    }

    /** Takes the smaller quantity from both orders of one owner, the resting one first; returns it. */
    private long decrement(
            long takerId, int maker, Side takerSide, long takerPriceTicks, long wanted, BookListener listener) {
        int owner = orders.owner(maker);
        long open = orders.lots(maker);
        long lots = Math.min(wanted, open);
        long makerId = orders.id(maker);
        long makerPriceTicks = priceTicksOf(maker);
        use(sides[BookSide.index(takerSide) ^ 1], maker, lots, open);
        listener.cancelled(makerId, owner, takerSide.opposite(), makerPriceTicks, lots, CancelReason.SELF_TRADE);
        prevented += lots;
        listener.cancelled(takerId, owner, takerSide, takerPriceTicks, lots, CancelReason.SELF_TRADE);
        return lots;
    }

    private long trade(long takerId, int taker, int maker, BookSide makers, long wanted, BookListener listener) {
        long makerId = orders.id(maker);
        int owner = orders.owner(maker);
        long priceTicks = makers.priceTicksOf(makers.best());
        long open = orders.lots(maker);
        long traded = Math.min(wanted, open);
        long left = open - traded + orders.hidden(maker);
        use(makers, maker, traded, open);
        listener.filled(makerId, takerId, owner, taker, priceTicks, traded, left);
        return traded;
    }

    /** Takes lots away from the {@code shown} ones of an order that is first in its queue. */
    private void use(BookSide makers, int maker, long lots, long shown) {
        if (lots < shown) {
            makers.reduce(maker, lots, orders);
        } else if (orders.hidden(maker) > 0) {
            makers.reduce(maker, lots, orders);
            orders.hide(maker, orders.slice(maker));
            makers.move(maker, orders.level(maker) >> 1, orders.lots(maker), orders);
        } else {
            remove(maker);
        }
    }

    private OrderStatus cancelRest(
            long orderId,
            int owner,
            Side side,
            long priceTicks,
            long lots,
            long rest,
            CancelReason reason,
            BookListener listener) {
        long lost = rest + prevented;
        if (rest > 0) {
            listener.cancelled(orderId, owner, side, priceTicks, rest, reason);
        } else if (lost == 0) {
            return OrderStatus.FILLED;
        }
        return lost == lots ? OrderStatus.CANCELLED : OrderStatus.PARTIALLY_FILLED_THEN_CANCELLED;
    }

    private void cancel(int order, CancelReason reason, BookListener listener) {
        long orderId = orders.id(order);
        int owner = orders.owner(order);
        Side side = sideOf(order);
        long priceTicks = priceTicksOf(order);
        long lots = orders.open(order);
        remove(order);
        listener.cancelled(orderId, owner, side, priceTicks, lots, reason);
    }

    private void remove(int order) {
        orders.gather(order);
        sides[orders.level(order) & 1].remove(order, orders);
        index.remove(order, orders);
        orders.free(order);
    }

    private boolean takes(int side, long priceTicks) {
        BookSide makers = sides[side ^ 1];
        return makers.reaches(makers.key(priceTicks));
    }

    /** Whether {@link #take} would leave nothing over. */
    private boolean canFill(int owner, Side side, long priceTicks, long lots) {
        long limit = sides[BookSide.index(side) ^ 1].key(priceTicks);
        Takeable takeable = takeable(owner, side.opposite(), lots, true);
        long missing = lots;
        while (missing > 0 && takeable.next() && takeable.key() >= limit) {
            missing -= takeable.lots();
        }
        return missing == 0;
    }

    private Takeable takeable(int taker, Side taken, long wanted, boolean withHidden) {
        Takeable.Order order = new Takeable.Order(taker, wanted, withHidden && orders.hasIcebergs());
        return new Takeable(sides[BookSide.index(taken)], orders, prevention, order);
    }

    @Override
    public OptionalLong sweepPriceTicks(int taker, Side taken, long lots) {
        Takeable takeable = takeable(taker, taken, lots, true);
        OptionalLong worst = OptionalLong.empty();
        while (takeable.next()) {
            worst = OptionalLong.of(takeable.priceTicks());
        }
        return worst;
    }

    @Override
    public int takeableDepth(int taker, Side taken, int most, long[] priceTicks, long[] lots) {
        Takeable takeable = takeable(taker, taken, Long.MAX_VALUE, false);
        int fitting = Math.min(most, Math.min(priceTicks.length, lots.length));
        int written = 0;
        while (written < fitting && takeable.next()) {
            priceTicks[written] = takeable.priceTicks();
            lots[written++] = takeable.lots();
        }
        return written;
    }

    /** Writes the self-trade prevention, the resting orders in price-time order and what icebergs show: equal books, equal bytes. */
    public void save(StateWriter out) {
        out.int32(prevention.code);
        for (Side side : Side.values()) {
            out.int32(restingOrders(side));
            forEachOrder(
                    side,
                    (orderId, owner, itsSide, priceTicks, lots) ->
                            out.int64(orderId).int32(owner).int64(priceTicks).int64(lots));
        }
        int[] icebergs = new int[1];
        forEachOrder((orderId, owner, side, priceTicks, lots) -> icebergs[0] += sliceLots(orderId) == ALL ? 0 : 1);
        out.int32(icebergs[0]);
        forEachOrder((orderId, owner, side, priceTicks, lots) -> {
            if (sliceLots(orderId) != ALL) {
                out.int64(orderId).int64(sliceLots(orderId)).int64(shownLots(orderId));
            }
        });
    }

    /**
     * Reads what {@link #save} wrote.
     *
     * @throws CorruptStateException if the orders do not form a book
     */
    public static OrderBook load(StateReader in) {
        OrderBook book = new OrderBook(SelfTradePrevention.ofCode(in.int32()));
        for (Side side : Side.values()) {
            int count = in.count(3 * Long.BYTES + Integer.BYTES);
            long best = Long.MAX_VALUE;
            for (int i = 0; i < count; i++) {
                best = book.restore(side, best, in);
            }
        }
        for (int icebergs = in.count(3 * Long.BYTES); icebergs > 0; icebergs--) {
            book.restoreIceberg(in.int64(), in.int64(), in.int64());
        }
        return book;
    }

    private void restoreIceberg(long orderId, long slice, long shown) {
        int order = index.find(orderId, orders);
        if (order == Orders.NONE || orders.slice(order) != ALL || slice <= 0 || shown <= 0) {
            throw new CorruptStateException(
                    "iceberg " + orderId + ": no resting order shows " + shown + " of " + slice);
        }
        long open = orders.lots(order);
        if (shown > Math.min(slice, open)) {
            throw new CorruptStateException("iceberg " + orderId + ": shows " + shown + " of " + open);
        }
        orders.hide(order, shown);
        orders.slice(order, slice);
    }

    /** Returns the key of the order, which none behind it may exceed. */
    private long restore(Side side, long greatestKey, StateReader in) {
        long orderId = in.int64();
        int owner = in.int32();
        long priceTicks = in.int64();
        long key = sides[BookSide.index(side)].key(priceTicks);
        OrderStatus status =
                limit(orderId, owner, side, priceTicks, in.int64(), TimeInForce.POST_ONLY, BookListener.SILENT);
        if (key > greatestKey || status != OrderStatus.ACCEPTED) {
            throw new CorruptStateException("order " + orderId + " at " + priceTicks
                    + (key > greatestKey ? ": worse prices were read before it" : ": " + status));
        }
        return key;
    }
}
