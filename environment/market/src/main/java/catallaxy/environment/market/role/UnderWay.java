package catallaxy.environment.market.role;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.venue.LimitOrderBook;
import catallaxy.environment.api.venue.OwnOrders;
import catallaxy.environment.api.view.MarketView;

/** Whether what a seat has sent to a venue is still to have its effect: a trade that is decided again meanwhile is done twice. */
final class UnderWay {
    private UnderWay() {}

    /** Orders on their way to a book; on a chain, any transaction of the seat that waits there. */
    static boolean to(MarketView market, Seat seat, int venue) {
        if (market.map().isOnChain(venue)) {
            return on(market, seat, market.map().venue(venue).place());
        }
        OwnOrders orders = market.offered(venue, LimitOrderBook.class).orders(seat.participant());
        return orders.lotsUnderWay(Side.BUY) > 0 || orders.lotsUnderWay(Side.SELL) > 0;
    }

    /** Whether a transaction of the seat waits on a chain. */
    static boolean on(MarketView market, Seat seat, int chain) {
        return market.dealings(seat.participant()).pending(chain) > 0;
    }
}
