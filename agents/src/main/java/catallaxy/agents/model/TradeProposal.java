package catallaxy.agents.model;

/**
 * A trade that somebody would make: the same amount of a token bought at one venue and sold at another.
 *
 * @param route         that it goes, the group of its shortfall
 * @param token         that is bought and sold
 * @param timeNanos     of the decision
 * @param promisedQuote profit before gas by the prices shown, quote units
 * @param spentQuote    quote units, positive
 * @param gasQuote      at present fees, quote units
 * @param buy           where it is bought
 * @param sell          where it is sold
 */
public record TradeProposal(
        String route,
        String token,
        long timeNanos,
        double promisedQuote,
        double spentQuote,
        double gasQuote,
        Leg buy,
        Leg sell) {
    private static final double BPS = 10_000;

    /**
     * One venue of a trade.
     *
     * @param group      venue and pair, the group of its price impact
     * @param chain      where it is; empty for an exchange
     * @param price      that the venue shows, quote per base
     * @param depthQuote what the venue shows on the side that is taken from, quote units; 0 where it shows none
     */
    public record Leg(String group, String chain, double price, double depthQuote) {}

    /** By how much the selling venue's price is above the buying one's, basis points. */
    double gapBps() {
        return BPS * (sell.price() / buy.price() - 1);
    }

    /** The larger share of a depth that a size takes; 0 where none is shown. */
    double shareOfDepth(double quoteSize) {
        return Math.max(share(buy, quoteSize), share(sell, quoteSize));
    }

    private static double share(Leg leg, double quoteSize) {
        return leg.depthQuote() > 0 ? quoteSize / leg.depthQuote() : 0;
    }

    /** What a smaller size promises at least: profit is concave in the size. */
    public double promisedOf(double quoteSize) {
        return promisedQuote * quoteSize / spentQuote;
    }
}
