package catallaxy.scenarios.folder;

import java.util.List;

/**
 * How well an agent traded, as {@code docs/attribution.md} defines it; unknown numbers are {@code NaN}.
 *
 * @param marksOut      one for each kind of fill that it had, and horizon
 * @param spreads       one for each kind of fill that it had
 * @param turnover      volume over mean equity
 * @param exposureMean  share of the equity in other assets than the quote asset, as {@code exposureMax}
 * @param inventories   that return to a mean
 */
public record AgentExecution(
        List<MarkOut> marksOut,
        List<SpreadOfFills> spreads,
        @Inline Quoting quoting,
        double turnover,
        double exposureMean,
        double exposureMax,
        List<HalfLife> inventories) {
    /**
     * What the world's price was better than that of the fills after so many seconds, basis points of the price.
     *
     * @param liquidity   {@code maker}, {@code taker} or {@code pool}
     * @param fills       whose horizon lies within the run
     * @param weightedBps by notional
     */
    public record MarkOut(String liquidity, double seconds, double fills, double meanBps, double weightedBps) {}

    /**
     * Spreads at the venue, weighted by notional, basis points of the mid-price just before.
     *
     * @param liquidity    {@code maker}, {@code taker} or {@code pool}
     * @param quotedBps    best ask less best bid just before
     * @param effectiveBps twice what the taker paid beyond the mid-price just before
     * @param realisedBps  twice what it paid beyond the mid-price a minute later
     */
    public record SpreadOfFills(
            String liquidity, double fills, double quotedBps, double effectiveBps, double realisedBps) {}

    /**
     * What its resting orders came to.
     *
     * @param ordersRested      times an order came to rest, or was given another price or size
     * @param ordersFilled      of which something was filled
     * @param quantityFillRatio share of the quoted worth that was filled
     * @param twoSidedShare     of the time, with a bid and an ask in a book
     * @param aheadAtPlacement  mean worth of what stood before an order, quote units
     * @param aheadOfFilled     the same of those of which something was filled
     */
    public record Quoting(
            double ordersRested,
            double ordersFilled,
            double orderFillRatio,
            double quantityFillRatio,
            double twoSidedShare,
            double aheadAtPlacement,
            double aheadOfFilled) {}

    /** How long a deviation of an inventory from its mean takes to halve. */
    public record HalfLife(String asset, double seconds) {}
}
