package catallaxy.environment.market.population;

import catallaxy.environment.base.check.Checks;

/**
 * Knows the world's price and trades a venue towards it.
 *
 * @param group where it acts
 * @param thresholdBps deviations smaller than this are ignored
 */
public record FundamentalSpec(Group group, double ratePerHour, TradeSize tradeSize, double thresholdBps)
        implements GroupSpec {
    public FundamentalSpec {
        Checks.inRange("ratePerHour", ratePerHour, 0, 1e7);
        Checks.inRange("thresholdBps", thresholdBps, 0, 10_000);
    }
}
