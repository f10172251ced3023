package catallaxy.environment.market.exchange;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.market.margin.Positions;

/**
 * What orders of one participant on one market of derivatives could bring about.
 *
 * @param bids    lots that they could buy
 * @param asks    lots that they could sell
 * @param reserve what filling them costs at once: the loss of each to the mark, and the dearer fee; quote units
 */
record OrderNeeds(long bids, long asks, long reserve) {
    static final OrderNeeds NONE = new OrderNeeds(0, 0, 0);

    /** Of one order. */
    static OrderNeeds of(BookMarket market, long feePips, Side side, long priceTicks, long lots) {
        long perLot = priceTicks * market.spec().quoteUnitsPerTickLot();
        long mark = market.margined().mark().ticks();
        long lossTicks = Math.max(0, side == Side.BUY ? priceTicks - mark : mark - priceTicks);
        long loss = Math.multiplyExact(lossTicks, market.spec().quoteUnitsPerTickLot());
        long reserve = Math.multiplyExact(Math.addExact(loss, BookMarket.fee(perLot, feePips)), lots);
        return side == Side.BUY ? new OrderNeeds(lots, 0, reserve) : new OrderNeeds(0, lots, reserve);
    }

    /** Of all open orders of a participant, those that wait for a trade too. */
    static OrderNeeds of(BookMarket market, long feePips, int participant) {
        Sum sum = new Sum();
        if (market.book().lotsOf(participant, Side.BUY) + market.book().lotsOf(participant, Side.SELL) > 0) {
            market.book()
                    .forEachOrder(
                            participant,
                            (id, owner, side, ticks, lots) -> sum.add(of(market, feePips, side, ticks, lots)));
        }
        market.stops()
                .forEach(participant, stop -> sum.add(of(market, feePips, stop.side(), stop.holdTicks(), stop.lots())));
        return sum.needs;
    }

    private static final class Sum {
        private OrderNeeds needs = NONE;

        private void add(OrderNeeds more) {
            needs = needs.plus(more);
        }
    }

    OrderNeeds plus(OrderNeeds other) {
        return new OrderNeeds(
                Math.addExact(bids, other.bids),
                Math.addExact(asks, other.asks),
                Math.addExact(reserve, other.reserve));
    }

    OrderNeeds times(long count) {
        return new OrderNeeds(
                Math.multiplyExact(bids, count), Math.multiplyExact(asks, count), Math.multiplyExact(reserve, count));
    }

    OrderNeeds minus(OrderNeeds other) {
        return new OrderNeeds(bids - other.bids, asks - other.asks, reserve - other.reserve);
    }

    /** The largest position, on either side, that a participant could come to have. */
    private long most(long position) {
        return Math.max(Math.abs(position), Math.max(Math.abs(position + bids), Math.abs(position - asks)));
    }

    /** Whether they can only make the participant's position smaller, or turn it to the other side without making it larger. */
    boolean reduce(Positions positions, int participant) {
        long position = positions.lots(participant);
        return most(position) == Math.abs(position);
    }

    /** The maintenance margin of the largest position that they could make, and what filling them costs. */
    long least(Positions positions, int participant) {
        long most = most(positions.lots(participant));
        long worth = positions.worth(most, positions.mark().ticks());
        return Math.addExact(positions.spec().margin().maintenance(worth), reserve);
    }

    /** The initial margin of the largest position that they could make, and what filling them costs. */
    long margin(Positions positions, int participant) {
        long most = most(positions.lots(participant));
        long worth = positions.worth(most, positions.mark().ticks());
        return Math.addExact(positions.spec().margin().initial(worth), reserve);
    }
}
