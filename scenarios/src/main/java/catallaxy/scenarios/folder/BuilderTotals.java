package catallaxy.scenarios.folder;

/**
 * What a run's summary says of a builder that bids for the blocks of a chain; unknown numbers are {@code NaN}. Money is in the chain's
 * native asset.
 *
 * @param builder number of the builder
 * @param blocks  that it bought
 * @param value   priority fees and bids that these paid it
 * @param bids    that it paid the proposers
 */
public record BuilderTotals(String chain, double builder, double blocks, double value, double bids) {}
