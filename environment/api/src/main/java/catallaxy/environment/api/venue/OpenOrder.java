package catallaxy.environment.api.venue;

import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;

/**
 * An order that rests in a book or waits to enter it, as its owner sees it.
 *
 * @param clientOrderId the id under which it was placed
 * @param priceTicks    limit price in the venue's ticks; {@link MarketCommand#ANY_PRICE} of a stop order without a limit
 * @param lots          that are left of it
 * @param shownLots     lots that others see: fewer of an iceberg, none of a stop order
 * @param stopTicks     the trade price for which it waits, or {@link MarketCommand#NO_STOP}: it rests
 */
public record OpenOrder(long clientOrderId, Side side, long priceTicks, long lots, long shownLots, long stopTicks) {
    /** An order that rests and shows all its lots. */
    public OpenOrder(long clientOrderId, Side side, long priceTicks, long lots) {
        this(clientOrderId, side, priceTicks, lots, lots, MarketCommand.NO_STOP);
    }

    /** Whether it waits for a trade before it enters the book. */
    public boolean isStop() {
        return stopTicks != MarketCommand.NO_STOP;
    }
}
