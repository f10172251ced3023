package catallaxy.environment.market.population;

import catallaxy.environment.base.check.Checks;

/**
 * Reports prices to feeds, of which the group's name must be a reporter.
 *
 * @param group           where it acts
 * @param refreshNanos    time between two looks at the prices of the world
 * @param noiseBps        standard deviation of the logarithm of what it sees of a price, basis points
 * @param fault           what is wrong with it
 * @param faultAfterNanos from when on
 * @param biasBps         by how much it reports too much where it is bribed, basis points; below 0 for too little
 */
public record ReporterSpec(
        Group group, long refreshNanos, double noiseBps, ReporterFault fault, long faultAfterNanos, double biasBps)
        implements GroupSpec {
    public ReporterSpec {
        Checks.inRange("refreshNanos", refreshNanos, 1_000_000_000L, 86_400_000_000_000L);
        Checks.inRange("noiseBps", noiseBps, 0, 10_000);
        Checks.inRange("faultAfterNanos", faultAfterNanos, 0, 36_500 * 86_400_000_000_000L);
        Checks.inRange("biasBps", biasBps, -9_999, 1_000_000);
    }

    /** What is wrong with it at a time. */
    ReporterFault faultAt(long nanos) {
        return nanos < faultAfterNanos ? ReporterFault.HONEST : fault;
    }
}
