package catallaxy.environment.market.venue.option;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * The volatility of a price that is seen now and then: an exponentially weighted mean of r²/Δt over the moves r of its logarithm, each
 * weighted by its time. Immutable.
 *
 * @param variance per year
 * @param price    seen last; 0 before the first
 * @param nanos    when that was
 */
record VolatilityMemory(double variance, double price, long nanos) {
    private static final double YEAR_NANOS = 365 * 86_400e9;

    static VolatilityMemory of(double volatility) {
        return new VolatilityMemory(volatility * volatility, 0, 0);
    }

    /** Per square root of a year. */
    double volatility() {
        return StrictMath.sqrt(variance);
    }

    /**
     * After a price was seen.
     *
     * @param halfLifeNanos in which a move loses half of its weight; 0 for a volatility that stays
     */
    VolatilityMemory seen(double now, long timeNanos, double halfLifeNanos) {
        if (!(now > 0) || halfLifeNanos == 0 || (price > 0 && timeNanos <= nanos)) {
            return this;
        }
        if (!(price > 0)) {
            return new VolatilityMemory(variance, now, timeNanos);
        }
        double elapsed = timeNanos - nanos;
        double move = StrictMath.log(now / price);
        double kept = StrictMath.pow(0.5, elapsed / halfLifeNanos);
        double rate = move * move / (elapsed / YEAR_NANOS);
        return new VolatilityMemory(kept * variance + (1 - kept) * rate, now, timeNanos);
    }

    void save(StateWriter out) {
        out.float64(variance).float64(price).int64(nanos);
    }

    static VolatilityMemory load(StateReader in) {
        return new VolatilityMemory(in.float64(), in.float64(), in.int64());
    }
}
