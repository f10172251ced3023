package catallaxy.environment.api.venue;

import catallaxy.environment.api.command.Side;
import java.util.List;

/**
 * A venue where limit orders rest. Prices are whole quote units per whole base unit, quantities whole base units. A view of the present
 * state, valid as long as its market.
 */
public interface LimitOrderBook {
    /** Price of one tick. */
    double tickSize();

    /** Quantity of one lot. */
    double lotSize();

    /** The nearest price in ticks, at least 1. */
    long toTicks(double price);

    /** A quantity in lots, rounded down; 0 if negative. */
    long toLots(double base);

    /** What a taker pays, as a fraction. */
    double takerFeeRate();

    /** Price of a level of a side, 0 the best; NaN where there is none. At most 16 levels are seen. */
    double price(Side side, int level);

    /** Quantity of a level of a side; 0 where there is none. */
    double size(Side side, int level);

    /**
     * Writes the best levels of a side: prices from {@code pricesAt} on, quantities from {@code sizesAt} on, 0 where there are none.
     *
     * @param count of levels, at most 16
     */
    void levels(Side side, int count, double[] into, int pricesAt, int sizesAt);

    /** As {@link #levels}, of what a participant could trade with: without its own orders. */
    void takeableLevels(int participant, Side side, int count, double[] into, int pricesAt, int sizesAt);

    /** The latest matches, the latest first: as many as there were, at most {@code most} and at most 32. */
    List<BookTrade> trades(int most);

    /** The resting orders of a side one by one, best price first, oldest first at each: at most {@code most}. */
    List<BookOrder> restingOrders(Side side, int most);

    /** The orders of a participant. */
    OwnOrders orders(int participant);
}
