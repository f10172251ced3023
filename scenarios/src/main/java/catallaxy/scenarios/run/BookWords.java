package catallaxy.scenarios.run;

import catallaxy.environment.market.trace.BookEvent;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.scenarios.run.TraceEvent.Amount;
import java.math.BigDecimal;

/** Puts the events of order books into words: lots as quantities, ticks as prices. */
final class BookWords {
    private final RunNames names;

    BookWords(RunNames names) {
        this.names = names;
    }

    void say(EventFields fields, BookEvent event) {
        fields.venue(event.venue());
        VenueSpec.Book book = (VenueSpec.Book) names.venue(event.venue());
        switch (event) {
            case BookEvent.OrderRested rested -> rested(fields, book, rested);
            case BookEvent.OrderFilled fill -> filled(fields, book, fill);
            case BookEvent.OrderCancelled cancelled -> cancelled(fields, book, cancelled);
            case BookEvent.StopPlaced placed -> stopPlaced(fields, book, placed);
            case BookEvent.StopTriggered triggered -> stopTriggered(fields, book, triggered);
        }
    }

    private void rested(EventFields fields, VenueSpec.Book book, BookEvent.OrderRested rested) {
        fields.participant(rested.participant())
                .put("order", rested.clientOrderId())
                .put("side", rested.side())
                .put("quantity", quantity(book, rested.lots()))
                .put("price", price(book, rested.priceTicks()));
    }

    private void filled(EventFields fields, VenueSpec.Book book, BookEvent.OrderFilled fill) {
        fields.participant("maker", fill.maker())
                .participant("taker", fill.taker())
                .put("takerSide", fill.takerSide())
                .put("quantity", quantity(book, fill.lots()))
                .put("price", price(book, fill.priceTicks()))
                .put("makerFee", names.amount(book.quote(), BigDecimal.valueOf(fill.makerFee())))
                .put("takerFee", names.amount(book.quote(), BigDecimal.valueOf(fill.takerFee())))
                .put("makerOrder", fill.makerOrderId())
                .put("takerOrder", fill.takerOrderId());
    }

    private void cancelled(EventFields fields, VenueSpec.Book book, BookEvent.OrderCancelled cancelled) {
        fields.participant(cancelled.participant())
                .put("order", cancelled.clientOrderId())
                .put("quantity", quantity(book, cancelled.lots()))
                .put("reason", cancelled.reason());
    }

    private void stopPlaced(EventFields fields, VenueSpec.Book book, BookEvent.StopPlaced placed) {
        fields.participant(placed.participant())
                .put("order", placed.clientOrderId())
                .put("side", placed.side())
                .put("quantity", quantity(book, placed.lots()))
                .put("trigger", price(book, placed.stopTicks()));
        if (placed.priceTicks() > 0) {
            fields.put("price", price(book, placed.priceTicks()));
        }
    }

    private void stopTriggered(EventFields fields, VenueSpec.Book book, BookEvent.StopTriggered triggered) {
        fields.participant(triggered.participant())
                .put("order", triggered.clientOrderId())
                .put("lastPrice", price(book, triggered.lastTicks()));
    }

    private Amount quantity(VenueSpec.Book book, long lots) {
        return names.amount(book.base(), BigDecimal.valueOf(book.lotUnits()).multiply(BigDecimal.valueOf(lots)));
    }

    /** Of one whole unit of the base asset, as a lot's price in base units tells. */
    private Amount price(VenueSpec.Book book, long ticks) {
        BigDecimal paid = names.amount(book.quote(), BigDecimal.valueOf(book.quoteUnitsPerTickLot()))
                .value()
                .multiply(BigDecimal.valueOf(ticks));
        return new Amount(RunDecimals.ratio(paid, quantity(book, 1).value()), names.asset(book.quote()));
    }
}
