package catallaxy.environment.market.book;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The stop orders of one market, in the order in which a moving price reaches them: buys from the lowest trigger up, sales from the
 * highest down, the oldest first at one trigger. They are in nobody's depth. Owned by one thread.
 */
public final class StopOrders {
    private final List<List<StopOrder>> sides;

    /** None. */
    public StopOrders() {
        this(new ArrayList<>(0), new ArrayList<>(0));
    }

    private StopOrders(List<StopOrder> buys, List<StopOrder> sales) {
        sides = List.of(buys, sales);
    }

    /** Independent ones of the same orders. */
    public StopOrders copy() {
        return new StopOrders(new ArrayList<>(of(Side.BUY)), new ArrayList<>(of(Side.SELL)));
    }

    private List<StopOrder> of(Side side) {
        return sides.get(BookSide.index(side));
    }

    /** Whether none waits. */
    public boolean isEmpty() {
        return of(Side.BUY).isEmpty() && of(Side.SELL).isEmpty();
    }

    /** Puts one behind those that are reached before it or at the same price. */
    public void add(StopOrder order) {
        List<StopOrder> queue = of(order.side());
        int at = queue.size();
        while (at > 0 && isReachedBefore(order, queue.get(at - 1))) {
            at--;
        }
        queue.add(at, order);
    }

    private static boolean isReachedBefore(StopOrder one, StopOrder other) {
        return one.side() == Side.BUY ? one.stopTicks() < other.stopTicks() : one.stopTicks() > other.stopTicks();
    }

    /** The one of this id, if it waits. */
    public Optional<StopOrder> find(long orderId) {
        return sides.stream()
                .flatMap(List::stream)
                .filter(each -> each.orderId() == orderId)
                .findFirst();
    }

    /** Takes one out. */
    public void remove(StopOrder order) {
        if (!of(order.side()).remove(order)) {
            throw new IllegalArgumentException("stop order " + order.orderId() + " does not wait");
        }
    }

    /**
     * Takes out those that a trade at the price reaches: buys, then sales, in their order. Where the trade before reached none of
     * them, they are of one side.
     */
    public List<StopOrder> triggered(long tradeTicks) {
        List<StopOrder> reached = new ArrayList<>();
        for (List<StopOrder> queue : sides) {
            while (!queue.isEmpty() && queue.getFirst().isReachedBy(tradeTicks)) {
                reached.add(queue.removeFirst());
            }
        }
        return reached;
    }

    /** Visits all, buys first, in their order. */
    public void forEach(Consumer<StopOrder> visitor) {
        sides.forEach(queue -> queue.forEach(visitor));
    }

    /** Visits those of an owner, buys first, in their order. */
    public void forEach(int owner, Consumer<StopOrder> visitor) {
        sides.forEach(
                queue -> queue.stream().filter(each -> each.owner() == owner).forEach(visitor));
    }

    /** Lots of an owner that wait on a side; the greatest {@code long} if they are more. */
    public long lotsOf(int owner, Side side) {
        long sum = 0;
        for (StopOrder each : of(side)) {
            long lots = each.owner() == owner ? each.lots() : 0;
            sum = lots > Long.MAX_VALUE - sum ? Long.MAX_VALUE : sum + lots;
        }
        return sum;
    }

    /** Writes them in their order. */
    public void save(StateWriter out) {
        for (List<StopOrder> queue : sides) {
            out.int32(queue.size());
            for (StopOrder each : queue) {
                out.int64(each.orderId())
                        .int32(each.owner())
                        .int32(each.timeInForce().code());
                out.int64(each.stopTicks()).int64(each.priceTicks());
                out.int64(each.lots()).int64(each.shownLots());
            }
        }
    }

    /**
     * Reads what {@link #save} wrote.
     *
     * @throws CorruptStateException if they are in another order
     */
    public static StopOrders load(StateReader in) {
        StopOrders stops = new StopOrders();
        for (Side side : Side.values()) {
            for (int rest = in.count(5 * Long.BYTES); rest > 0; rest--) {
                StopOrder order = new StopOrder(
                        in.int64(), in.int32(), side, timeInForce(in), in.int64(), in.int64(), in.int64(), in.int64());
                stops.add(order);
                if (!stops.of(side).getLast().equals(order)) {
                    throw new CorruptStateException(
                            "stop order " + order.orderId() + ": is reached before the one before it");
                }
            }
        }
        return stops;
    }

    private static TimeInForce timeInForce(StateReader in) {
        int code = in.int32();
        return Arrays.stream(TimeInForce.values())
                .filter(each -> each.code() == code)
                .findFirst()
                .orElseThrow(() -> new CorruptStateException("time in force: expected 0 to 3, found " + code));
    }
}
