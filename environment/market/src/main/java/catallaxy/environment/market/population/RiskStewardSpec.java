package catallaxy.environment.market.population;

import catallaxy.environment.base.check.Checks;

/**
 * Sets what collateral is good for at lending markets whose risk steward it is.
 *
 * @param group          where it acts
 * @param refreshNanos   time between two looks
 * @param adaptive       whether terms follow volatility; else it leaves them alone
 * @param halfLifeNanos  in which a move of the oracle's price loses half of its weight in the volatility
 * @param horizonNanos   time in which a position must be liquidated
 * @param deviations     how many standard deviations of a fall over that time a position at its threshold must survive
 * @param gapBps         by how much what can be borrowed stays below the threshold, basis points
 * @param leastChangeBps change of the threshold that is worth a transaction, basis points
 */
public record RiskStewardSpec(
        Group group,
        long refreshNanos,
        boolean adaptive,
        long halfLifeNanos,
        long horizonNanos,
        double deviations,
        double gapBps,
        double leastChangeBps)
        implements GroupSpec {
    private static final long SECOND = 1_000_000_000L;
    private static final long YEAR = 365 * 86_400 * SECOND;

    public RiskStewardSpec {
        Checks.inRange("refreshNanos", refreshNanos, SECOND, YEAR);
        Checks.inRange("halfLifeNanos", halfLifeNanos, SECOND, YEAR);
        Checks.inRange("horizonNanos", horizonNanos, SECOND, YEAR);
        Checks.inRange("deviations", deviations, 0, 100);
        Checks.inRange("gapBps", gapBps, 0, 10_000);
        Checks.inRange("leastChangeBps", leastChangeBps, 0, 10_000);
    }
}
