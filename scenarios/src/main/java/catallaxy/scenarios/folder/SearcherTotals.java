package catallaxy.scenarios.folder;

/**
 * What a run's summary says of who sent bundles of one strategy; unknown numbers are {@code NaN}. Money is in the run's quote asset at the
 * world's prices of its time.
 *
 * @param searcher  who sent them
 * @param bundles   that came into blocks
 * @param dropped   that were refused or left out
 * @param extracted what they gained before gas and bids
 * @param gas       of its own transactions in them
 * @param bids      that it paid to who built the blocks
 * @param kept      extracted less gas and bids
 */
public record SearcherTotals(
        String searcher,
        String strategy,
        double bundles,
        double dropped,
        double extracted,
        double gas,
        double bids,
        double kept) {}
