package catallaxy.environment.market.population;

import catallaxy.environment.base.check.Checks;

/**
 * Knows the world's price and trades a venue towards it.
 *
 * @param group where it acts
 * @param thresholdBps deviations smaller than this are ignored
 * @param laneBidQuote what it bids for each round of the express lanes of its chains, quote units; 0 for nothing
 */
public record FundamentalSpec(
        Group group, double ratePerHour, TradeSize tradeSize, double thresholdBps, double laneBidQuote)
        implements GroupSpec {
    /** Traders who bid for no place in blocks. */
    public FundamentalSpec(Group group, double ratePerHour, TradeSize tradeSize, double thresholdBps) {
        this(group, ratePerHour, tradeSize, thresholdBps, 0);
    }

    public FundamentalSpec {
        Checks.inRange("laneBidQuote", laneBidQuote, 0, 1e15);
        Checks.inRange("ratePerHour", ratePerHour, 0, 1e7);
        Checks.inRange("thresholdBps", thresholdBps, 0, 10_000);
    }
}
