package catallaxy.scenarios.folder;

/**
 * What a run's summary says of a chain; unknown numbers are {@code NaN}.
 *
 * @param transactions that were executed in its blocks, reverted ones included
 * @param gasUsed      unseen users included
 * @param feesBurned   in the chain's native asset
 */
public record ChainTotals(
        String id, double blocks, double transactions, double reverted, double gasUsed, double feesBurned) {}
