package catallaxy.environment.market.book;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The rules of {@link MatchingEngine} in the plainest form: a sorted map of queues. The referee of {@link OrderBook}. */
class NaiveOrderBook implements MatchingEngine {
    static final class Resting {
        final long id;
        final int owner;
        final Side side;
        final long priceTicks;
        long slice;
        long shown;
        long lots;
        long traded;
        long lastTicks;

        Resting(long id, int owner, Side side, long priceTicks, long lots) {
            this.id = id;
            this.owner = owner;
            this.side = side;
            this.priceTicks = priceTicks;
            this.lots = lots;
            this.shown = lots;
        }

        /** Shows a new slice. */
        void show() {
            shown = slice == 0 ? lots : Math.min(slice, lots);
        }
    }

    private final SelfTradePrevention prevention;
    private final Map<Long, Resting> byId = new LinkedHashMap<>();
    private final TreeMap<Long, Deque<Resting>> bids = new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<Long, Deque<Resting>> asks = new TreeMap<>();

    NaiveOrderBook(SelfTradePrevention prevention) {
        this.prevention = prevention;
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
        return place(orderId, owner, side, priceTicks, lots, 0, timeInForce, listener);
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
        if (shownLots <= 0) {
            return OrderStatus.INVALID_LOTS;
        }
        return place(orderId, owner, side, priceTicks, lots, shownLots, timeInForce, listener);
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
        if (lots <= 0 || (slice > 0 && Math.ceilDiv(lots, slice) > MOST_SLICES)) {
            return OrderStatus.INVALID_LOTS;
        }
        if (byId.containsKey(orderId)) {
            return OrderStatus.DUPLICATE_ORDER;
        }
        if (timeInForce == TimeInForce.POST_ONLY && takes(side, priceTicks)) {
            return OrderStatus.REJECTED_POST_ONLY;
        }
        boolean mayRest = timeInForce == TimeInForce.GTC || timeInForce == TimeInForce.POST_ONLY;
        if (mayRest && !fits(side, lots)) {
            return OrderStatus.REJECTED_CAPACITY;
        }
        Resting order = new Resting(orderId, owner, side, priceTicks, lots);
        order.slice = slice;
        if (timeInForce == TimeInForce.FOK && !canFill(order)) {
            return OrderStatus.REJECTED_FOK;
        }
        boolean blocked = !match(order, listener);
        boolean untouched = order.traded == 0;
        if (order.lots == 0) {
            return order.traded == lots
                    ? OrderStatus.FILLED
                    : untouched ? OrderStatus.CANCELLED : OrderStatus.PARTIALLY_FILLED_THEN_CANCELLED;
        }
        if (mayRest && !blocked) {
            rest(order);
            return untouched ? OrderStatus.ACCEPTED : OrderStatus.PARTIALLY_FILLED;
        }
        cancelled(order, order.lots, blocked ? CancelReason.SELF_TRADE : CancelReason.UNFILLED, listener);
        return untouched ? OrderStatus.CANCELLED : OrderStatus.PARTIALLY_FILLED_THEN_CANCELLED;
    }

    @Override
    public OrderStatus cancel(long orderId, BookListener listener) {
        Resting order = byId.get(orderId);
        if (order == null) {
            return OrderStatus.UNKNOWN_ORDER;
        }
        remove(order);
        listener.cancelled(orderId, order.owner, order.side, order.priceTicks, order.lots, CancelReason.REQUESTED);
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

    private OrderStatus replace(long orderId, long priceTicks, long lots, boolean postOnly, BookListener listener) {
        Resting order = byId.get(orderId);
        if (order == null) {
            return OrderStatus.UNKNOWN_ORDER;
        }
        if (lots <= 0 || (order.slice > 0 && Math.ceilDiv(lots, order.slice) > MOST_SLICES)) {
            return OrderStatus.INVALID_LOTS;
        }
        if (order.priceTicks == priceTicks && lots <= order.lots) {
            order.lots = lots;
            order.shown = Math.min(order.shown, lots);
            return OrderStatus.ACCEPTED;
        }
        if (!fits(order.side, lots - order.lots)) {
            return OrderStatus.REJECTED_CAPACITY;
        }
        if (postOnly && takes(order.side, priceTicks)) {
            return OrderStatus.REJECTED_POST_ONLY;
        }
        remove(order);
        return place(orderId, order.owner, order.side, priceTicks, lots, order.slice, TimeInForce.GTC, listener);
    }

    /** Where a new order goes in its queue: a planted fault overrides this. */
    void enqueue(Deque<Resting> queue, Resting order) {
        queue.addLast(order);
    }

    /** Returns false if self-trade prevention stopped the order. */
    private boolean match(Resting order, BookListener listener) {
        while (order.lots > 0 && takes(order.side, order.priceTicks)) {
            Resting maker =
                    queues(order.side.opposite()).firstEntry().getValue().getFirst();
            boolean own = maker.owner == order.owner && prevention != SelfTradePrevention.NONE;
            boolean stops =
                    prevention == SelfTradePrevention.CANCEL_TAKING || prevention == SelfTradePrevention.CANCEL_BOTH;
            boolean cancels =
                    prevention == SelfTradePrevention.CANCEL_RESTING || prevention == SelfTradePrevention.CANCEL_BOTH;
            if (own && cancels) {
                remove(maker);
                cancelled(maker, maker.lots, CancelReason.SELF_TRADE, listener);
            }
            if (own && stops) {
                return false;
            }
            if (own && cancels) {
                continue;
            }
            long lots = Math.min(order.lots, maker.shown);
            order.lots -= lots;
            maker.lots -= lots;
            maker.shown -= lots;
            if (maker.shown == 0) {
                remove(maker);
                if (maker.lots > 0) {
                    rest(maker);
                }
            }
            if (own) {
                cancelled(maker, lots, CancelReason.SELF_TRADE, listener);
                cancelled(order, lots, CancelReason.SELF_TRADE, listener);
            } else {
                order.traded += lots;
                order.lastTicks = maker.priceTicks;
                listener.filled(maker.id, order.id, maker.owner, order.owner, maker.priceTicks, lots, maker.lots);
            }
        }
        return true;
    }

    private static void cancelled(Resting order, long lots, CancelReason reason, BookListener listener) {
        listener.cancelled(order.id, order.owner, order.side, order.priceTicks, lots, reason);
    }

    /** Plays the order on a copy. */
    private boolean canFill(Resting order) {
        return trial(order.owner, order.side, order.priceTicks, order.lots).traded == order.lots;
    }

    /** What would become of an order that does not rest. */
    private Resting trial(int owner, Side side, long priceTicks, long lots) {
        Resting trial = new Resting(0, owner, side, priceTicks, lots);
        copy().match(trial, BookListener.SILENT);
        return trial;
    }

    private NaiveOrderBook copy() {
        NaiveOrderBook copy = new NaiveOrderBook(prevention);
        forEachOrder((id, owner, side, price, lots) -> {
            Resting order = new Resting(id, owner, side, price, lots);
            order.slice = sliceLots(id);
            copy.rest(order);
            order.shown = shownLots(id);
        });
        return copy;
    }

    private void rest(Resting order) {
        order.show();
        byId.put(order.id, order);
        enqueue(queues(order.side).computeIfAbsent(order.priceTicks, price -> new ArrayDeque<>()), order);
    }

    private void remove(Resting order) {
        Deque<Resting> queue = queue(order.side, order.priceTicks);
        queue.remove(order);
        if (queue.isEmpty()) {
            queues(order.side).remove(order.priceTicks);
        }
        byId.remove(order.id);
    }

    private boolean takes(Side side, long priceTicks) {
        return !isEmpty(side.opposite()) && reaches(side, priceTicks, bestPriceTicks(side.opposite()));
    }

    private static boolean reaches(Side side, long priceTicks, long opposite) {
        return side == Side.BUY ? priceTicks >= opposite : priceTicks <= opposite;
    }

    private boolean fits(Side side, long moreLots) {
        return moreLots <= Long.MAX_VALUE - totalLots(side);
    }

    private NavigableMap<Long, Deque<Resting>> queues(Side side) {
        return side == Side.BUY ? bids : asks;
    }

    private Deque<Resting> queue(Side side, long priceTicks) {
        return Objects.requireNonNullElseGet(queues(side).get(priceTicks), ArrayDeque::new);
    }

    private Resting resting(long orderId) {
        Resting order = byId.get(orderId);
        if (order == null) {
            throw new NoSuchElementException("order " + orderId);
        }
        return order;
    }

    @Override
    public boolean contains(long orderId) {
        return byId.containsKey(orderId);
    }

    @Override
    public int owner(long orderId) {
        return resting(orderId).owner;
    }

    @Override
    public Side side(long orderId) {
        return resting(orderId).side;
    }

    @Override
    public long priceTicks(long orderId) {
        return resting(orderId).priceTicks;
    }

    @Override
    public long lots(long orderId) {
        return resting(orderId).lots;
    }

    @Override
    public long shownLots(long orderId) {
        return resting(orderId).shown;
    }

    @Override
    public long sliceLots(long orderId) {
        return resting(orderId).slice;
    }

    @Override
    public int positionInQueue(long orderId) {
        return (int) queue(side(orderId), priceTicks(orderId)).stream()
                .takeWhile(order -> order.id != orderId)
                .count();
    }

    @Override
    public long lotsAhead(long orderId) {
        return queue(side(orderId), priceTicks(orderId)).stream()
                .takeWhile(order -> order.id != orderId)
                .mapToLong(order -> order.shown)
                .sum();
    }

    @Override
    public int restingOrders() {
        return byId.size();
    }

    @Override
    public int restingOrders(Side side) {
        return queues(side).values().stream().mapToInt(Deque::size).sum();
    }

    @Override
    public int levels(Side side) {
        return queues(side).size();
    }

    @Override
    public long bestPriceTicks(Side side) {
        return queues(side).firstKey();
    }

    @Override
    public long totalLots(Side side) {
        return queues(side).values().stream()
                .flatMap(Deque::stream)
                .mapToLong(order -> order.lots)
                .sum();
    }

    @Override
    public long lotsAt(Side side, long priceTicks) {
        return sum(queue(side, priceTicks));
    }

    @Override
    public int ordersAt(Side side, long priceTicks) {
        return queue(side, priceTicks).size();
    }

    @Override
    public int depth(Side side, long[] priceTicks, long[] lots) {
        int written = 0;
        for (Map.Entry<Long, Deque<Resting>> level : queues(side).entrySet()) {
            if (written == Math.min(priceTicks.length, lots.length)) {
                break;
            }
            priceTicks[written] = level.getKey();
            lots[written++] = sum(level.getValue());
        }
        return written;
    }

    @Override
    public int takeableDepth(int taker, Side taken, int most, long[] priceTicks, long[] lots) {
        NavigableMap<Long, Long> takeable = takeable(taker, taken);
        int written = 0;
        for (Map.Entry<Long, Long> level : takeable.entrySet()) {
            if (written < Math.min(most, Math.min(priceTicks.length, lots.length))) {
                priceTicks[written] = level.getKey();
                lots[written++] = level.getValue();
            }
        }
        return written;
    }

    @Override
    public OptionalLong sweepPriceTicks(int taker, Side taken, long lots) {
        long extreme = taken == Side.SELL ? Long.MAX_VALUE : Long.MIN_VALUE;
        Resting trial = new Resting(0, taker, taken.opposite(), extreme, lots);
        copy().match(trial, BookListener.SILENT);
        return trial.traded > 0 ? OptionalLong.of(trial.lastTicks) : OptionalLong.empty();
    }

    /** Lots by price that an owner's incoming order may trade with. */
    private NavigableMap<Long, Long> takeable(int taker, Side taken) {
        NavigableMap<Long, Long> takeable = new TreeMap<>(queues(taken).comparator());
        for (Deque<Resting> queue : queues(taken).values()) {
            for (Resting order : queue) {
                boolean own = order.owner == taker && prevention != SelfTradePrevention.NONE;
                boolean stops = prevention == SelfTradePrevention.CANCEL_TAKING
                        || prevention == SelfTradePrevention.CANCEL_BOTH;
                if (own && stops) {
                    return takeable;
                } else if (!own) {
                    takeable.merge(order.priceTicks, order.shown, Long::sum);
                }
            }
        }
        return takeable;
    }

    private static long sum(Deque<Resting> queue) {
        return queue.stream().mapToLong(order -> order.shown).sum();
    }

    @Override
    public void forEachShown(Side side, OrderVisitor visitor) {
        queues(side)
                .values()
                .forEach(queue -> queue.forEach(
                        order -> visitor.visit(order.id, order.owner, side, order.priceTicks, order.shown)));
    }

    @Override
    public void forEachOrder(OrderVisitor visitor) {
        for (Side side : Side.values()) {
            queues(side)
                    .values()
                    .forEach(queue -> queue.forEach(
                            order -> visitor.visit(order.id, order.owner, side, order.priceTicks, order.lots)));
        }
    }
}
