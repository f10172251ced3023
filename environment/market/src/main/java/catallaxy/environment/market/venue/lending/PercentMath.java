package catallaxy.environment.market.venue.lending;

import catallaxy.environment.base.number.UInt256;

/** Parts in hundredths of a per cent, Aave's {@code PercentageMath}: to the nearest, halves up; reverts without a reason. */
final class PercentMath {
    /** The whole. */
    static final long WHOLE_BPS = 10_000;

    static final UInt256 WHOLE = UInt256.of(WHOLE_BPS);

    private PercentMath() {}

    static UInt256 percentMul(UInt256 value, UInt256 bps) {
        return RayMath.times(value, bps, WHOLE);
    }

    static UInt256 percentMul(UInt256 value, long bps) {
        return percentMul(value, UInt256.of(bps));
    }

    static UInt256 percentDiv(UInt256 value, UInt256 bps) {
        return RayMath.over(value, WHOLE, bps);
    }

    static UInt256 percentDiv(UInt256 value, long bps) {
        return percentDiv(value, UInt256.of(bps));
    }
}
