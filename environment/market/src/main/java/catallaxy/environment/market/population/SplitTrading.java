package catallaxy.environment.market.population;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.engine.MarketEngine;
import java.util.ArrayList;
import java.util.List;

/**
 * Works large orders in equal parts at equal distances in time, the first at once, on its venues in turn from a random one on: an order of
 * S in n parts every h is S/n at t, t + h, …, t + (n − 1) h. Orders may overlap. Owned by one group.
 */
final class SplitTrading implements Behaviour {
    private final WhalesSpec spec;
    private final Arrivals arrivals;
    private final List<Order> orders;

    /**
     * An order of which something is left.
     *
     * @param quoteUnits worth of each part
     * @param left       parts
     * @param nextNanos  when the next is due
     * @param turn       index, among the group's venues, of where it goes
     */
    private record Order(boolean buys, double quoteUnits, int left, long nextNanos, int turn) {
        Order next(long intervalNanos, int venues) {
            return new Order(buys, quoteUnits, left - 1, nextNanos + intervalNanos, (turn + 1) % venues);
        }
    }

    private SplitTrading(WhalesSpec spec, Arrivals arrivals, List<Order> orders) {
        this.spec = spec;
        this.arrivals = arrivals;
        this.orders = new ArrayList<>(orders);
    }

    static SplitTrading open(WhalesSpec spec, GroupAccount account, MarketEngine market) {
        return new SplitTrading(spec, Arrivals.open(market, spec.ratePerHour(), account.random()), List.of());
    }

    @Override
    public long nextWakeNanos() {
        long next = arrivals.nextNanos();
        for (Order order : orders) {
            next = StrictMath.min(next, order.nextNanos());
        }
        return next;
    }

    @Override
    public void wake(MarketEngine market, GroupAccount account) {
        if (arrivals.nextNanos() <= market.timeNanos() && arrivals.take(market, account.random())) {
            boolean buys = account.random().nextBoolean(spec.buyShare());
            double size = account.draw(spec.tradeSize());
            int turn = account.random().nextInt(spec.venues().size());
            orders.add(new Order(buys, size / spec.parts(), spec.parts(), market.timeNanos(), turn));
        }
        for (int i = 0; i < orders.size(); i++) {
            Order order = orders.get(i);
            if (order.nextNanos() <= market.timeNanos()) {
                int venue = spec.venues().get(order.turn());
                account.trade(market, venue, order.buys() ? Side.BUY : Side.SELL, order.quoteUnits());
                orders.set(i, order.next(spec.intervalNanos(), spec.venues().size()));
            }
        }
        orders.removeIf(order -> order.left() == 0);
    }

    @Override
    public SplitTrading copy() {
        return new SplitTrading(spec, arrivals.copy(), orders);
    }

    @Override
    public void save(StateWriter out) {
        arrivals.save(out);
        out.int32(orders.size());
        for (Order order : orders) {
            out.flag(order.buys()).float64(order.quoteUnits()).int32(order.left());
            out.int64(order.nextNanos()).int32(order.turn());
        }
    }

    static SplitTrading load(StateReader in, WhalesSpec spec, MarketEngine market) {
        Arrivals arrivals = Arrivals.load(in, market, spec.ratePerHour());
        List<Order> orders = new ArrayList<>();
        for (int left = in.count(1 + Double.BYTES + 2 * Integer.BYTES + Long.BYTES); left > 0; left--) {
            orders.add(new Order(in.flag(), in.float64(), in.int32(), in.int64(), in.int32()));
        }
        return new SplitTrading(spec, arrivals, orders);
    }
}
