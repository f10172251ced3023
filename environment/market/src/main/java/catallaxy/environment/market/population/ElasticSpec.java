package catallaxy.environment.market.population;

import catallaxy.environment.base.check.Checks;

/**
 * Trades for reasons of its own, where that does not cost it too much.
 *
 * @param group        where it acts; each arrival looks at all venues
 * @param ratePerHour  mean arrivals per hour
 * @param meanCostBps  mean of what an arrival is willing to pay, exponential; basis points of its size
 */
public record ElasticSpec(Group group, double ratePerHour, TradeSize tradeSize, double meanCostBps)
        implements GroupSpec {
    public ElasticSpec {
        Checks.inRange("ratePerHour", ratePerHour, 0, 1e7);
        Checks.inRange("meanCostBps", meanCostBps, 0.01, 10_000);
    }
}
