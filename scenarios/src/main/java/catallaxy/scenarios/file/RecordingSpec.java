package catallaxy.scenarios.file;

import catallaxy.environment.base.check.Checks;

/**
 * How often a run writes down its course.
 *
 * @param metricsIntervalNanos simulated time between two samples of prices, spreads, fees and gas
 * @param equityIntervalNanos  simulated time between two samples of the agents' equity
 * @param attributionHorizonNanos time after a trade in which what it gains or loses is adverse selection, and in which a trade in
 *                             the other direction on another venue makes an arbitrage of it
 */
public record RecordingSpec(long metricsIntervalNanos, long equityIntervalNanos, long attributionHorizonNanos) {
    public RecordingSpec {
        Checks.inRange("metricsIntervalNanos", metricsIntervalNanos, 1_000_000_000L, 31_536_000_000_000_000L);
        Checks.inRange("equityIntervalNanos", equityIntervalNanos, 1_000_000_000L, 31_536_000_000_000_000L);
        Checks.inRange("attributionHorizonNanos", attributionHorizonNanos, 1_000_000_000L, 86_400_000_000_000L);
    }
}
