package catallaxy.environment.market.engine;

import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.market.exchange.BookMarket;

/**
 * What a participant's decisions may still do to it on a book: orders that are open, and what is on its way. A replacement on
 * its way counts beside the order that it replaces, which may fill before.
 */
final class Exposure {
    private Exposure() {}

    /** Lots that may still fill on a side, at most. */
    static long lots(BookMarket market, Connection connection, int participant, Side side) {
        return plus(lotsUnderWay(market, connection, participant, side), market.openLots(participant, side));
    }

    /** Lots on a side that placements and replacements on their way ask for. */
    static long lotsUnderWay(BookMarket market, Connection connection, int participant, Side side) {
        long lots = 0;
        if (connection.size() == 0) {
            return lots;
        }
        for (MarketCommand each : connection) {
            if (each instanceof MarketCommand.PlaceOrder order && order.venue() == market.venue()) {
                lots = plus(lots, order.side() == side ? order.lots() : 0);
            } else if (each instanceof MarketCommand.ReplaceOrder order && order.venue() == market.venue()) {
                lots = plus(lots, replaces(market, connection, participant, order, side) ? order.lots() : 0);
            }
        }
        return lots;
    }

    /** The sum, or the largest number: nobody has checked yet what is on its way. */
    private static long plus(long lots, long more) {
        return more > Long.MAX_VALUE - lots ? Long.MAX_VALUE : lots + Math.max(0, more);
    }

    private static boolean replaces(
            BookMarket market, Connection connection, int participant, MarketCommand.ReplaceOrder order, Side side) {
        return market.isOpen(participant, order.clientOrderId(), side)
                || isPlaced(market.venue(), connection, order.clientOrderId(), side);
    }

    private static boolean isPlaced(int venue, Connection connection, long clientOrderId, Side side) {
        for (MarketCommand each : connection) {
            if (isPlacement(each, venue, clientOrderId) && ((MarketCommand.PlaceOrder) each).side() == side) {
                return true;
            }
        }
        return false;
    }

    /** Whether the placement of an order is on its way. */
    static boolean isUnderWay(int venue, Connection connection, long clientOrderId) {
        if (connection.size() == 0) {
            return false;
        }
        for (MarketCommand each : connection) {
            if (isPlacement(each, venue, clientOrderId)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPlacement(MarketCommand command, int venue, long clientOrderId) {
        return command instanceof MarketCommand.PlaceOrder order
                && order.venue() == venue
                && order.clientOrderId() == clientOrderId;
    }
}
