package catallaxy.environment.market.world;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.world.candle.CandleSeries;
import java.util.List;

/**
 * The clock that all replayed assets of a world share.
 *
 * @param startEpochNanos the recorded time, in nanoseconds since 1970-01-01T00:00Z, that is time zero of the simulation
 */
public record ReplayClockSpec(long startEpochNanos, GapPolicy gapPolicy) {
    /** For a world without replayed assets. */
    public static final ReplayClockSpec UNUSED = new ReplayClockSpec(0, GapPolicy.HOLD);

    /** The earliest start at which every series has opened. */
    public static ReplayClockSpec earliest(List<CandleSeries> series, GapPolicy gapPolicy) {
        Checks.that(!series.isEmpty(), "series", "at least one", "none");
        long start = series.stream().mapToLong(CandleSeries::startTime).max().orElseThrow();
        return new ReplayClockSpec(start, gapPolicy);
    }
}
