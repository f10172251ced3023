package catallaxy.scenarios.attribution;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.trace.BookEvent;
import catallaxy.environment.market.venue.VenueSpec;
import java.math.BigDecimal;

/** Books agents' matches on order books: the edge as spread, the fee, and both assets. */
final class BookFills {
    private final EngineSpec spec;
    /** {@code [venues]}: a lot, in base; {@link BigDecimal#ZERO} where there is no book. Of few digits, as what follows of it is. */
    private final BigDecimal[] lots;
    /** {@code [venues]}: a lot at a price of one tick, in quote. */
    private final BigDecimal[] tickLots;

    private final WorldMarks marks;
    private final Legs legs;

    BookFills(EngineSpec spec, WorldMarks marks, Legs legs) {
        this.spec = spec;
        this.marks = marks;
        this.legs = legs;
        this.lots = spec.venues().stream()
                .map(venue ->
                        venue instanceof VenueSpec.Book book ? few(book.lotUnits(), book.base()) : BigDecimal.ZERO)
                .toArray(BigDecimal[]::new);
        this.tickLots = spec.venues().stream()
                .map(venue -> venue instanceof VenueSpec.Book book
                        ? few(book.quoteUnitsPerTickLot(), book.quote())
                        : BigDecimal.ZERO)
                .toArray(BigDecimal[]::new);
    }

    /** @param taker whether the agent's order was the one that did not rest */
    void filled(AgentProfit profit, int agent, BookEvent.OrderFilled fill, boolean taker) {
        VenueSpec.Book book = (VenueSpec.Book) spec.venues().get(fill.venue());
        boolean buys = taker == (fill.takerSide() == Side.BUY);
        BigDecimal base = lots[fill.venue()].multiply(BigDecimal.valueOf(fill.lots()));
        BigDecimal quote = tickLots[fill.venue()]
                .multiply(BigDecimal.valueOf(fill.priceTicks()))
                .multiply(BigDecimal.valueOf(fill.lots()));
        BigDecimal received = buys ? base : base.negate();
        BigDecimal paid = buys ? quote.negate() : quote;
        BigDecimal edge = profit.receive(book.base(), received).add(profit.receive(book.quote(), paid));
        profit.parts().add(Part.SPREAD, edge);
        profit.receive(
                book.quote(),
                whole(taker ? fill.takerFee() : fill.makerFee(), book.quote()).negate(),
                Part.FEES);
        Leg.Traded traded = new Leg.Traded(agent, fill.venue(), book.base(), book.quote(), fill.timeNanos(), taker);
        legs.add(new Leg(traded, new Leg.Slice(received, paid, edge), marks));
    }

    private BigDecimal few(long units, int asset) {
        return whole(units, asset).stripTrailingZeros();
    }

    private BigDecimal whole(long units, int asset) {
        return BigDecimal.valueOf(units, spec.assets().get(asset).decimals());
    }
}
