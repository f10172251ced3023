package catallaxy.environment.market.venue.stableswap;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * The amplification over time: a straight line between two moments, constant before and after. Values in hundredths, times in
 * seconds; the line rounds towards its beginning.
 *
 * @param initial     at and before {@code initialTime}
 * @param future      from {@code futureTime} on
 */
record StableSwapAmplification(long initial, long future, long initialTime, long futureTime) {
    /** Amplifications are below this, in whole units. */
    static final long MOST = 1_000_000;

    static final long DAY = 86_400;

    private static final long MOST_CHANGE = 2;
    private static final long LEAST_RAMP = 14 * DAY;

    /** A constant one, of {@code amplification} whole units. */
    static StableSwapAmplification constant(long amplification) {
        long precise = amplification * StableSwapMath.A_PRECISION;
        return new StableSwapAmplification(precise, precise, 0, 0);
    }

    /** The value at a time. */
    long at(long seconds) {
        if (seconds >= futureTime) {
            return future;
        }
        long change = Math.abs(future - initial) * (seconds - initialTime) / (futureTime - initialTime);
        return future > initial ? initial + change : initial - change;
    }

    UInt256 number(long seconds) {
        return UInt256.of(at(seconds));
    }

    /** A ramp from now on, of at most a factor of two, over at least fourteen days and a day after the last one began. */
    StableSwapAmplification ramp(long now, long amplification, long until) {
        StableSwapRevert.unless(now >= initialTime + DAY, "Wait 1 day before starting ramp");
        StableSwapRevert.unless(until >= now + LEAST_RAMP, "Insufficient ramp time");
        StableSwapRevert.unless(amplification > 0 && amplification < MOST, "futureA_ must be > 0 and < MAX_A");
        long from = at(now);
        long to = amplification * StableSwapMath.A_PRECISION;
        StableSwapRevert.unless(to * MOST_CHANGE >= from, "futureA_ is too small");
        StableSwapRevert.unless(to <= from * MOST_CHANGE, "futureA_ is too large");
        return new StableSwapAmplification(from, to, now, until);
    }

    /** The value of now from now on. */
    StableSwapAmplification stopped(long now) {
        StableSwapRevert.unless(futureTime > now, "Ramp is already stopped");
        return new StableSwapAmplification(at(now), at(now), now, now);
    }

    void save(StateWriter out) {
        out.int64(initial).int64(future).int64(initialTime).int64(futureTime);
    }

    static StableSwapAmplification load(StateReader in) {
        return new StableSwapAmplification(in.int64(), in.int64(), in.int64(), in.int64());
    }
}
