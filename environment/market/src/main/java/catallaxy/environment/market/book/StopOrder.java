package catallaxy.environment.market.book;

import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.base.check.Checks;

/**
 * An order that waits outside the book until a trade reaches its trigger.
 *
 * @param orderId    unique among resting and waiting orders
 * @param stopTicks  trigger: the last trade's price is at least that for a buy, at most that for a sale
 * @param priceTicks limit once it is triggered, or {@link MarketCommand#ANY_PRICE}
 * @param lots       positive
 * @param shownLots  of a slice where it becomes an iceberg, or {@link MarketCommand#ALL_SHOWN}
 */
public record StopOrder(
        long orderId,
        int owner,
        Side side,
        TimeInForce timeInForce,
        long stopTicks,
        long priceTicks,
        long lots,
        long shownLots) {
    public StopOrder {
        Checks.present("side", "BUY or SELL", side);
        Checks.present("timeInForce", "GTC, IOC, FOK or POST_ONLY", timeInForce);
    }

    /** Whether a trade at the price reaches it. */
    public boolean isReachedBy(long tradeTicks) {
        return side == Side.BUY ? tradeTicks >= stopTicks : tradeTicks <= stopTicks;
    }

    /** The price at which it holds funds while it waits: its limit, or its trigger if it has none. */
    public long holdTicks() {
        return priceTicks == MarketCommand.ANY_PRICE ? stopTicks : priceTicks;
    }
}
