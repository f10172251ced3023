package catallaxy.environment.market.population;

import catallaxy.environment.base.check.Checks;

/**
 * Provides liquidity in ranges of price, of many widths, and takes it out again.
 *
 * @param group           where it acts
 * @param ratePerHour     mean arrivals per hour
 * @param tradeSize       worth of a deposit
 * @param widthPercent    median of how far a range reaches above the price, per cent, and below in the same ratio
 * @param widthDeviation  deviation of the logarithm of that
 * @param removeShare     probability that an arrival closes a range instead of opening one
 */
public record RangeProviderSpec(
        Group group,
        double ratePerHour,
        TradeSize tradeSize,
        double widthPercent,
        double widthDeviation,
        double removeShare)
        implements GroupSpec {
    public RangeProviderSpec {
        Checks.inRange("ratePerHour", ratePerHour, 0, 1e7);
        Checks.inRange("widthPercent", widthPercent, 0.01, 10_000);
        Checks.inRange("widthDeviation", widthDeviation, 0, 3);
        Checks.inRange("removeShare", removeShare, 0, 1);
    }
}
