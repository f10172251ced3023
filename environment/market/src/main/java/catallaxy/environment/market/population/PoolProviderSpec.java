package catallaxy.environment.market.population;

import catallaxy.environment.base.check.Checks;

/**
 * Adds liquidity to pools and takes it out again.
 *
 * @param group where it acts
 * @param tradeSize      worth of an addition
 * @param removeShare    probability that an arrival removes instead of adding, in [0, 1]
 * @param removeFraction share of its liquidity that it then takes out, in [0, 1]
 */
public record PoolProviderSpec(
        Group group, double ratePerHour, TradeSize tradeSize, double removeShare, double removeFraction)
        implements GroupSpec {
    public PoolProviderSpec {
        Checks.inRange("ratePerHour", ratePerHour, 0, 1e7);
        Checks.inRange("removeShare", removeShare, 0, 1);
        Checks.inRange("removeFraction", removeFraction, 0, 1);
    }
}
