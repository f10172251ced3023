package catallaxy.scenarios.folder;

/**
 * What each cause brought an agent, in the quote asset, as {@code docs/attribution.md} defines it; losses are negative, and all
 * sum to the change of its equity. A {@link Number} is the exact decimal where a run writes it, and a double where it is read,
 * {@code NaN} where unknown.
 *
 * @param spread                 the world's price against the price of each trade
 * @param adverseSelection       what traded assets gained in the time after the trade
 * @param inventory              what everything owned gained from the world's prices, besides; and what rounding leaves over
 * @param arbitrage              bought on one venue and sold on another
 * @param lpFees                 fees that swaps left in its share of pools
 * @param lossVersusRebalancing  of its share of pools
 * @param claims                 what claims on venues gained besides: fees, interest, funding
 * @param mevLost                by what others did before it in the same block
 * @param fees                   of venues, and rebates
 * @param bridgeFees             of bridges
 * @param gas                    of its transactions
 * @param transfers              from others, and to them
 */
public record ProfitParts(
        Number spread,
        Number adverseSelection,
        Number inventory,
        Number arbitrage,
        Number lpFees,
        Number lossVersusRebalancing,
        Number claims,
        Number mevLost,
        Number fees,
        Number bridgeFees,
        Number gas,
        Number transfers) {}
