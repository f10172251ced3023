package catallaxy.environment.market.population;

import catallaxy.environment.base.check.Checks;

/**
 * Trades rarely, and much: each order is split into equal parts over time and venues.
 *
 * @param group         where it acts; the parts of an order go to its venues in turn
 * @param ratePerHour   mean orders per hour
 * @param tradeSize     worth of a whole order
 * @param parts         into which it is split
 * @param intervalNanos from one part to the next
 * @param buyShare      probability that an order buys, in [0, 1]
 */
public record WhalesSpec(
        Group group, double ratePerHour, TradeSize tradeSize, int parts, long intervalNanos, double buyShare)
        implements GroupSpec {
    public WhalesSpec {
        Checks.inRange("ratePerHour", ratePerHour, 0, 1e7);
        Checks.inRange("parts", parts, 1, 10_000);
        Checks.inRange("intervalNanos", intervalNanos, 1_000_000L, 86_400_000_000_000L);
        Checks.inRange("buyShare", buyShare, 0, 1);
    }
}
