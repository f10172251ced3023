package catallaxy.environment.market.population;

import catallaxy.environment.base.check.Checks;

/**
 * Buys and sells at random.
 *
 * @param group where it acts
 * @param ratePerHour    mean arrivals per hour
 * @param limitShare     share of its book orders that are limit orders, in [0, 1]
 * @param limitOffsetBps mean distance of those from the mid-price (exponential), basis points
 * @param limitLifeNanos after which its limit orders are cancelled
 * @param maxSlippageBps by how much a swap may give less than was quoted when it was sent, basis points
 */
public record NoiseSpec(
        Group group,
        double ratePerHour,
        TradeSize tradeSize,
        double limitShare,
        double limitOffsetBps,
        long limitLifeNanos,
        double maxSlippageBps)
        implements GroupSpec {
    /** Traders whose swaps may give half a per cent less than was quoted. */
    public NoiseSpec(
            Group group,
            double ratePerHour,
            TradeSize tradeSize,
            double limitShare,
            double limitOffsetBps,
            long limitLifeNanos) {
        this(group, ratePerHour, tradeSize, limitShare, limitOffsetBps, limitLifeNanos, 50);
    }

    public NoiseSpec {
        Checks.inRange("ratePerHour", ratePerHour, 0, 1e7);
        Checks.inRange("limitShare", limitShare, 0, 1);
        Checks.inRange("limitOffsetBps", limitOffsetBps, 0, 10_000);
        Checks.inRange("limitLifeNanos", limitLifeNanos, 1_000_000_000L, 31_536_000_000_000_000L);
        Checks.inRange("maxSlippageBps", maxSlippageBps, 0, 10_000);
    }
}
