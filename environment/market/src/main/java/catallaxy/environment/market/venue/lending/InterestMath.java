package catallaxy.environment.market.venue.lending;

import static catallaxy.environment.market.venue.lending.CheckedMath.plus;
import static catallaxy.environment.market.venue.lending.CheckedMath.times;

import catallaxy.environment.base.number.UInt256;

/** By what interest multiplies over some seconds, ray; rates are ray a year of 365 days. Aave's {@code MathUtils}. */
final class InterestMath {
    private static final UInt256 YEAR = UInt256.of(365 * 24 * 3600);
    private static final UInt256 YEAR_SQUARED = YEAR.timesExact(YEAR);
    private static final UInt256 TWO = UInt256.of(2);
    private static final UInt256 SIX = UInt256.of(6);

    private InterestMath() {}

    /** {@code 1 + rate · t}, rounded down. */
    static UInt256 linear(UInt256 rate, long seconds) {
        return plus(RayMath.RAY, times(rate, UInt256.of(seconds)).dividedBy(YEAR));
    }

    /**
     * {@code (1 + rate)^t} by the binomial series to its third power,
     * {@code 1 + r n + n (n−1)/2 r² + n (n−1) (n−2)/6 r³} for the rate r of one of n seconds; less than the true value.
     */
    static UInt256 compounded(UInt256 rate, long seconds) {
        if (seconds == 0) {
            return RayMath.RAY;
        }
        UInt256 n = UInt256.of(seconds);
        UInt256 pairs = times(n, UInt256.of(seconds - 1));
        UInt256 triples = times(pairs, UInt256.of(Math.max(0, seconds - 2)));
        UInt256 square = RayMath.rayMul(rate, rate).dividedBy(YEAR_SQUARED);
        UInt256 cube = RayMath.rayMul(square, rate).dividedBy(YEAR);
        UInt256 second = times(pairs, square).dividedBy(TWO);
        UInt256 third = times(triples, cube).dividedBy(SIX);
        return plus(plus(plus(RayMath.RAY, times(rate, n).dividedBy(YEAR)), second), third);
    }
}
