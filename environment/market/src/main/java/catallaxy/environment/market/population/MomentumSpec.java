package catallaxy.environment.market.population;

import catallaxy.environment.base.check.Checks;

/**
 * Buys after rises and sells after falls of the venue's price.
 *
 * @param group where it acts
 * @param lookbackNanos over which the return is taken
 * @param thresholdBps  returns smaller than this are ignored
 */
public record MomentumSpec(
        Group group, double ratePerHour, TradeSize tradeSize, long lookbackNanos, double thresholdBps)
        implements GroupSpec {
    public MomentumSpec {
        Checks.inRange("ratePerHour", ratePerHour, 0, 1e7);
        Checks.inRange("lookbackNanos", lookbackNanos, 1_000_000_000L, 31_536_000_000_000_000L);
        Checks.inRange("thresholdBps", thresholdBps, 0, 10_000);
    }
}
