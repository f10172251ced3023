package catallaxy.scenarios.folder;

/**
 * What a run's summary says of a venue, over all who traded there; unknown numbers are {@code NaN}.
 *
 * @param kind        as the scenario file names it
 * @param trades      matches of a book, swaps of a pool
 * @param volume      each trade once, at the world's price of its time, in the run's quote asset
 * @param finalPrice  that it shows at the end, {@code quote} per {@code base}
 * @param spreadBps   at the end; {@code NaN} of pools, and where a side of the book is empty
 * @param takerFeeBps of the notional; a pool's is part of its price
 * @param makerFeeBps of the notional, negative for a rebate; {@code NaN} of pools
 */
public record VenueTotals(
        String id,
        String kind,
        String base,
        String quote,
        double trades,
        double volume,
        double finalPrice,
        double spreadBps,
        double takerFeeBps,
        double makerFeeBps) {}
