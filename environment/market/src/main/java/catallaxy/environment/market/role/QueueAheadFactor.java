package catallaxy.environment.market.role;

import catallaxy.environment.api.Feature;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.Subject;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.venue.LimitOrderBook;
import catallaxy.environment.api.venue.OpenOrder;
import catallaxy.environment.api.venue.OwnOrders;
import catallaxy.environment.api.view.Factor;
import java.util.List;

/** What stands before the agent's best order on each side of each order book. */
public final class QueueAheadFactor implements FactorKind {
    @Override
    public String name() {
        return "queue-ahead";
    }

    @Override
    public String summary() {
        return "What trades before the agent's best bid and ask at their prices, on each order book";
    }

    @Override
    public String detail() {
        return "Shown quantity in the base asset. Without an own order on the side: what stands at its best price, 0 if it is empty.";
    }

    @Override
    public List<Factor<FactorSight>> in(RoleSite site, SeatSpec agent) {
        return BookFactors.of(
                name(),
                site.engine(),
                (venue, subject) -> List.of(of(venue, subject, Side.BUY), of(venue, subject, Side.SELL)));
    }

    private static Factor<FactorSight> of(int venue, Subject subject, Side side) {
        Quantity quantity = new Quantity("queue_ahead_" + (side == Side.BUY ? "bid" : "ask"));
        return new Factor<>(
                new Feature(quantity.of(subject), "base", 0, Double.POSITIVE_INFINITY),
                seen -> ahead(seen.market().offered(venue, LimitOrderBook.class), seen.participant(), side));
    }

    private static double ahead(LimitOrderBook book, int participant, Side side) {
        OwnOrders own = book.orders(participant);
        return own.open().stream()
                .filter(order -> order.side() == side && !order.isStop())
                .mapToLong(OpenOrder::clientOrderId)
                .findFirst()
                .stream()
                .mapToDouble(order -> own.lotsAhead(order).orElseThrow() * book.lotSize())
                .findFirst()
                .orElseGet(() -> book.size(side, 0));
    }
}
