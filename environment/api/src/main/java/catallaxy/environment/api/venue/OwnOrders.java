package catallaxy.environment.api.venue;

import catallaxy.environment.api.command.Side;
import java.util.List;
import java.util.OptionalLong;

/** The orders of one participant on a book: those that rest there, and what is on its way. */
public interface OwnOrders {
    /** Number of open orders. */
    int count();

    /** Open orders: bids first, best price first, oldest first; then stop orders in the order in which trades would reach them. */
    List<OpenOrder> open();

    /** Lots that are left of an open order; 0 if it is not open. */
    long lots(long clientOrderId);

    /** Shown lots at the price of an open order that trade before it; empty if it does not rest. */
    OptionalLong lotsAhead(long clientOrderId);

    /** Whether the placement of an order is on its way. */
    boolean isUnderWay(long clientOrderId);

    /** Lots on their way to a side: what placements and replacements ask for. */
    long lotsUnderWay(Side side);

    /** Lots that may still fill on a side, at most: open, being cancelled, and on their way. */
    long exposedLots(Side side);
}
