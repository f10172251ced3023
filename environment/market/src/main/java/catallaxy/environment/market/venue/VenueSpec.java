package catallaxy.environment.market.venue;

import catallaxy.environment.base.check.Checks;

/** A place where two assets are exchanged, as the scenario describes it: a book of an exchange, or a contract on a chain. */
public sealed interface VenueSpec {
    /** The scenario's name for the venue, which no other venue has. */
    String id();

    /** Index of the asset whose price is quoted. */
    int base();

    /** Index of the asset in which the price is expressed. */
    int quote();

    /**
     * One market of an order-book exchange.
     *
     * @param exchange          index of the exchange
     * @param lotUnits          base units of the base asset in one lot
     * @param quoteUnitsPerTickLot base units of the quote asset that one lot costs per tick of price
     */
    record Book(String id, int exchange, int base, int quote, long lotUnits, long quoteUnitsPerTickLot)
            implements VenueSpec {
        public Book {
            Checks.that(base != quote, "venue " + id, "two different assets", "the same twice");
            Checks.inRange("lotUnits", lotUnits, 1, Long.MAX_VALUE);
            Checks.inRange("quoteUnitsPerTickLot", quoteUnitsPerTickLot, 1, Long.MAX_VALUE);
        }
    }

    /** A contract of whatever protocol; the record belongs to its kind. */
    non-sealed interface OnChain extends VenueSpec {
        /** Index of the chain. */
        int chain();
    }
}
