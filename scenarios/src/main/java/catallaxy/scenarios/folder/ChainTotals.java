package catallaxy.scenarios.folder;

/**
 * What a run's summary says of a chain; unknown numbers are {@code NaN}.
 *
 * @param transactions that were executed in its blocks, reverted ones included
 * @param gasUsed      unseen users included
 * @param feesBurned   in the chain's native asset
 * @param reorganisations       how often its latest blocks were replaced; everything else counts the blocks that stand
 * @param deepestReorganisation most blocks replaced at once
 * @param recalledWorth         of bridge transfers and deposits out of replaced blocks, quote units: what crediting them after one
 *                              confirmation would have paid out for nothing
 * @param mostConfirmations     that one of those had when it was recalled
 */
public record ChainTotals(
        String id,
        double blocks,
        double transactions,
        double reverted,
        double gasUsed,
        double feesBurned,
        double reorganisations,
        double deepestReorganisation,
        double recalledWorth,
        double mostConfirmations) {}
