package catallaxy.environment.market.trading;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.venue.LimitOrderBook;

/** Prices in the ticks of a book, rounded so that an order is never better for others than was meant. */
public final class Ticks {
    /** A price this close to a tick, in ticks, is on it: what double arithmetic may be off. */
    private static final double CLOSE = 1e-6;

    private Ticks() {}

    /** Down for a bid, up for an ask; may be 0 or less where the price is. */
    public static long of(LimitOrderBook book, Side side, double price) {
        double ticks = price / book.tickSize();
        return (long) (side == Side.BUY ? Math.floor(ticks + CLOSE) : Math.ceil(ticks - CLOSE));
    }
}
