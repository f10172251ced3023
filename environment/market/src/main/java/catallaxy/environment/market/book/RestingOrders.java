package catallaxy.environment.market.book;

import catallaxy.environment.api.command.Side;
import java.util.OptionalLong;

/** The resting orders of a book, both sides, and all questions about them; what {@link OrderBook} matches against. */
abstract class RestingOrders implements MatchingEngine {
    final Orders orders;
    final OrderIndex index;
    final BookSide[] sides;

    RestingOrders(int capacity) {
        orders = new Orders(capacity);
        index = new OrderIndex(capacity);
        sides = new BookSide[] {new BookSide(Side.BUY, capacity), new BookSide(Side.SELL, capacity)};
    }

    /** A deep copy. */
    RestingOrders(RestingOrders source) {
        orders = source.orders.copy();
        index = source.index.copy();
        sides = new BookSide[] {source.sides[0].copy(), source.sides[1].copy()};
    }

    @Override
    public final boolean contains(long orderId) {
        return index.find(orderId, orders) != Orders.NONE;
    }

    @Override
    public final int owner(long orderId) {
        return orders.owner(resting(orderId));
    }

    @Override
    public final Side side(long orderId) {
        return sideOf(resting(orderId));
    }

    @Override
    public final long priceTicks(long orderId) {
        return priceTicksOf(resting(orderId));
    }

    @Override
    public final long lots(long orderId) {
        return orders.open(resting(orderId));
    }

    @Override
    public final long shownLots(long orderId) {
        return orders.lots(resting(orderId));
    }

    @Override
    public final long sliceLots(long orderId) {
        return orders.slice(resting(orderId));
    }

    @Override
    public final int positionInQueue(long orderId) {
        int wanted = resting(orderId);
        BookSide own = sides[orders.level(wanted) & 1];
        int position = 0;
        for (int order = own.head(orders.level(wanted) >> 1); order != wanted; order = orders.younger(order)) {
            position++;
        }
        return position;
    }

    @Override
    public final long lotsAhead(long orderId) {
        int wanted = resting(orderId);
        BookSide own = sides[orders.level(wanted) & 1];
        long lots = 0;
        for (int order = own.head(orders.level(wanted) >> 1); order != wanted; order = orders.younger(order)) {
            lots += orders.lots(order);
        }
        return lots;
    }

    @Override
    public final int restingOrders() {
        return orders.size();
    }

    @Override
    public final int restingOrders(Side side) {
        return sides[BookSide.index(side)].orders();
    }

    @Override
    public final int levels(Side side) {
        return sides[BookSide.index(side)].levels();
    }

    @Override
    public final long bestPriceTicks(Side side) {
        BookSide own = sides[BookSide.index(side)];
        if (own.orders() == 0) {
            throw new IllegalStateException("no " + side + " rests");
        }
        return own.priceTicksOf(own.best());
    }

    @Override
    public final long totalLots(Side side) {
        return sides[BookSide.index(side)].totalLots();
    }

    @Override
    public final long lotsAt(Side side, long priceTicks) {
        BookSide own = sides[BookSide.index(side)];
        return lotsOf(own, own.find(own.key(priceTicks)));
    }

    @Override
    public final int ordersAt(Side side, long priceTicks) {
        BookSide own = sides[BookSide.index(side)];
        int count = 0;
        for (int order = own.head(own.find(own.key(priceTicks))); order != Orders.NONE; order = orders.younger(order)) {
            count++;
        }
        return count;
    }

    @Override
    public final int depth(Side side, long[] priceTicks, long[] lots) {
        return depth(side, Math.min(priceTicks.length, lots.length), priceTicks, lots);
    }

    /** As {@link #depth(Side, long[], long[])}, of at most {@code most} levels: each level costs a walk over its orders. */
    public final int depth(Side side, int most, long[] priceTicks, long[] lots) {
        BookSide own = sides[BookSide.index(side)];
        int written = 0;
        for (int level = own.best(); level != BookSide.NONE && written < most; level = own.worse(level)) {
            priceTicks[written] = own.priceTicksOf(level);
            lots[written++] = lotsOf(own, level);
        }
        return written;
    }

    /** Price of a level of a side, 0 the best, in ticks; empty where there is none. Costs no look at its orders. */
    public final OptionalLong levelPriceTicks(Side side, int level) {
        BookSide own = sides[BookSide.index(side)];
        int at = own.best();
        for (int better = 0; better < level && at != BookSide.NONE; better++) {
            at = own.worse(at);
        }
        return at == BookSide.NONE ? OptionalLong.empty() : OptionalLong.of(own.priceTicksOf(at));
    }

    private long lotsOf(BookSide own, int level) {
        long lots = 0;
        for (int order = own.head(level); order != Orders.NONE; order = orders.younger(order)) {
            lots += orders.lots(order);
        }
        return lots;
    }

    @Override
    public final void forEachOrder(OrderVisitor visitor) {
        forEachOrder(Side.BUY, visitor);
        forEachOrder(Side.SELL, visitor);
    }

    /** Lots of one owner that rest on a side, hidden ones too. */
    public final long lotsOf(int owner, Side side) {
        return orders.lotsOf(owner, BookSide.index(side));
    }

    /** Visits the resting orders of one side, the best price first and the oldest first at each. */
    public final void forEachOrder(Side side, OrderVisitor visitor) {
        visit(side, true, visitor);
    }

    @Override
    public final void forEachShown(Side side, OrderVisitor visitor) {
        visit(side, false, visitor);
    }

    /** The walk ends behind the owner's last order. */
    @Override
    public final void forEachOrder(int owner, OrderVisitor visitor) {
        int[] left = {orders.countOf(owner)};
        for (int side = 0; side < sides.length && left[0] > 0; side++) {
            BookSide own = sides[side];
            for (int level = own.best(); level != BookSide.NONE && left[0] > 0; level = own.worse(level)) {
                visit(owner, own, level, left, visitor);
            }
        }
    }

    private void visit(int owner, BookSide own, int level, int[] left, OrderVisitor visitor) {
        for (int order = own.head(level); order != Orders.NONE && left[0] > 0; order = orders.younger(order)) {
            if (orders.owner(order) == owner) {
                left[0]--;
                visitor.visit(orders.id(order), owner, sideOf(order), own.priceTicksOf(level), orders.open(order));
            }
        }
    }

    private void visit(Side side, boolean withHidden, OrderVisitor visitor) {
        BookSide own = sides[BookSide.index(side)];
        for (int level = own.best(); level != BookSide.NONE; level = own.worse(level)) {
            long priceTicks = own.priceTicksOf(level);
            for (int order = own.head(level); order != Orders.NONE; order = orders.younger(order)) {
                long lots = withHidden ? orders.open(order) : orders.lots(order);
                visitor.visit(orders.id(order), orders.owner(order), side, priceTicks, lots);
            }
        }
    }

    private int resting(long orderId) {
        int order = index.find(orderId, orders);
        if (order == Orders.NONE) {
            throw new IllegalArgumentException("order " + orderId + " does not rest");
        }
        return order;
    }

    final Side sideOf(int order) {
        return BookSide.at(orders.level(order) & 1);
    }

    final long priceTicksOf(int order) {
        int level = orders.level(order);
        return sides[level & 1].priceTicksOf(level >> 1);
    }
}
