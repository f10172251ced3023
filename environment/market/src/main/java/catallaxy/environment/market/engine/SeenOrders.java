package catallaxy.environment.market.engine;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.venue.OpenOrder;
import catallaxy.environment.api.venue.OwnOrders;
import catallaxy.environment.market.exchange.BookMarket;
import java.util.List;
import java.util.OptionalLong;

/** A participant's orders on a book, and those that are on its line to there. */
record SeenOrders(BookMarket market, Connection line, int participant) implements OwnOrders {
    @Override
    public int count() {
        int[] count = new int[1];
        market.book().forEachOrder(participant, (id, owner, side, price, lots) -> count[0]++);
        market.stops().forEach(participant, stop -> count[0]++);
        return count[0];
    }

    @Override
    public List<OpenOrder> open() {
        return market.orders(participant);
    }

    @Override
    public long lots(long clientOrderId) {
        return market.openLots(participant, clientOrderId);
    }

    @Override
    public OptionalLong lotsAhead(long clientOrderId) {
        return market.lotsAhead(participant, clientOrderId);
    }

    @Override
    public boolean isUnderWay(long clientOrderId) {
        return Exposure.isUnderWay(market.venue(), line, clientOrderId);
    }

    @Override
    public long lotsUnderWay(Side side) {
        return Exposure.lotsUnderWay(market, line, participant, side);
    }

    @Override
    public long exposedLots(Side side) {
        return Exposure.lots(market, line, participant, side);
    }
}
