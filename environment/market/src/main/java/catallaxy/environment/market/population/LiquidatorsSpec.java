package catallaxy.environment.market.population;

import catallaxy.environment.base.check.Checks;

/**
 * Liquidates what is at risk at lending markets.
 *
 * @param group where it acts
 * @param refreshNanos   time between two looks
 * @param leastGainQuote what a liquidation must earn beyond its gas, quote units
 */
public record LiquidatorsSpec(Group group, long refreshNanos, double leastGainQuote) implements GroupSpec {
    public LiquidatorsSpec {
        Checks.inRange("refreshNanos", refreshNanos, 1_000_000_000L, 86_400_000_000_000L);
        Checks.inRange("leastGainQuote", leastGainQuote, 0, 1e15);
    }
}
