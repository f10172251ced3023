package catallaxy.environment.market.venue;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.margin.DerivativeSpec;
import java.util.List;
import java.util.Optional;

/**
 * A place where assets are dealt in, as the scenario describes it: a book of an exchange, or a contract on a chain. Most exchange two
 * assets for each other; one that does not, as a lending market, has neither base nor quote.
 */
public sealed interface VenueSpec {
    /** No asset. */
    int NO_ASSET = -1;

    /** The scenario's name for the venue, which no other venue has. */
    String id();

    /** Index of the asset whose price is quoted, or {@link #NO_ASSET}. */
    int base();

    /** Index of the asset in which the price is expressed, or {@link #NO_ASSET}. */
    int quote();

    /** Whether two assets are exchanged here. */
    default boolean isPair() {
        return base() != NO_ASSET && quote() != NO_ASSET;
    }

    /**
     * One market of an order-book exchange.
     *
     * @param exchange          index of the exchange
     * @param lotUnits          base units of the base asset in one lot
     * @param quoteUnitsPerTickLot base units of the quote asset that one lot costs per tick of price
     * @param derivative        what it deals in where that is not the base asset itself
     */
    record Book(
            String id,
            int exchange,
            int base,
            int quote,
            long lotUnits,
            long quoteUnitsPerTickLot,
            Optional<DerivativeSpec> derivative)
            implements VenueSpec {
        /** A market where the two assets are exchanged. */
        public Book(String id, int exchange, int base, int quote, long lotUnits, long quoteUnitsPerTickLot) {
            this(id, exchange, base, quote, lotUnits, quoteUnitsPerTickLot, Optional.empty());
        }

        public Book {
            Checks.that(base != quote, "venue " + id, "two different assets", "the same twice");
            Checks.inRange("lotUnits", lotUnits, 1, Long.MAX_VALUE);
            Checks.inRange("quoteUnitsPerTickLot", quoteUnitsPerTickLot, 1, Long.MAX_VALUE);
        }
    }

    /**
     * A fee that one participant sets, pips.
     *
     * @param controller  name of the participant
     * @param initialPips until it is first set
     * @param lowPips     the least
     * @param highPips    the most
     */
    record FeeSteering(String controller, int initialPips, int lowPips, int highPips) {}

    /**
     * What collateral is good for, set by participants. Parts are fractions of a collateral's worth.
     *
     * @param stewards       names of the participants who may
     * @param reserves       what is lent, and its terms until they are first set
     * @param leastThreshold that may be set
     * @param mostThreshold  that may be set
     */
    record TermsSteering(List<String> stewards, List<Reserve> reserves, double leastThreshold, double mostThreshold) {
        public TermsSteering {
            stewards = List.copyOf(stewards);
            reserves = List.copyOf(reserves);
        }

        /**
         * An asset that is lent.
         *
         * @param asset       index
         * @param loanToValue part that can be borrowed against it
         * @param threshold   part that debts may reach; 0 where it is no collateral
         */
        public record Reserve(int asset, double loanToValue, double threshold) {}
    }

    /** A contract of whatever protocol; the record belongs to its kind. */
    non-sealed interface OnChain extends VenueSpec {
        /** Index of the chain. */
        int chain();

        /**
         * What stands for the contract: venues of one chain and kind whose hosts are equal share it, as the pairs of a pool of three
         * assets do. By default each venue has a contract of its own.
         */
        default Object host() {
            return this;
        }

        /** Indices of the assets that it deals in; by default those of its pair. */
        default List<Integer> assets() {
            return isPair() ? List.of(base(), quote()) : List.of();
        }

        /** Indices of other venues of the chain that its contract reads, as an oracle does; by default none. */
        default List<Integer> reads() {
            return List.of();
        }

        /**
         * What venues that it {@link #reads} must be where one of them is not; nothing where all fit.
         *
         * @param all venues of the market
         */
        default Optional<String> faultOfReads(List<VenueSpec> all) {
            return Optional.empty();
        }

        /** How its fee is set by a participant; empty where nobody sets it. */
        default Optional<FeeSteering> feeSteering() {
            return Optional.empty();
        }

        /** How participants set what its collateral is good for; empty where nobody does. */
        default Optional<TermsSteering> termsSteering() {
            return Optional.empty();
        }
    }
}
