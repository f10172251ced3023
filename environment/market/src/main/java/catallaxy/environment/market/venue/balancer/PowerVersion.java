package catallaxy.environment.market.venue.balancer;

import static catallaxy.environment.market.venue.balancer.FixedPoint.mulDown;
import static catallaxy.environment.market.venue.balancer.FixedPoint.mulUp;

import catallaxy.environment.base.number.UInt256;

/** How a pool's library raises to a power: the deployed versions differ for the exponents 1, 2 and 4. */
public enum PowerVersion {
    /** solidity-utils 2.0.0: every power has the error of the logarithm, which the pool keeps. */
    LOGARITHMIC("2.0.0", false),
    /** solidity-utils 4.0.0: the exponents 1, 2 and 4 are multiplied out. */
    EXACT("4.0.0", true);

    private static final UInt256 RELATIVE_ERROR = UInt256.of(10_000);
    private static final UInt256 TWO = FixedPoint.ONE.shiftLeft(1);
    private static final UInt256 FOUR = FixedPoint.ONE.shiftLeft(2);

    private final String label;
    private final boolean multipliesOut;

    PowerVersion(String label, boolean multipliesOut) {
        this.label = label;
        this.multipliesOut = multipliesOut;
    }

    /** The library's version. */
    public String label() {
        return label;
    }

    /** Whether it multiplies out an exponent. */
    boolean isExactFor(double y) {
        return multipliesOut && (y == 1 || y == 2 || y == 4);
    }

    /** {@code x^y} less 10^−14 of it and 1, so that it is not too much; zero where that is negative. */
    UInt256 powDown(UInt256 x, UInt256 y) {
        if (multipliesOut && isWhole(y)) {
            UInt256 square = y.equals(FixedPoint.ONE) ? x : mulDown(x, x);
            return y.equals(FOUR) ? mulDown(square, square) : square;
        }
        UInt256 raw = LogExpMath.pow(x, y);
        UInt256 error = error(raw);
        return raw.isLessThan(error) ? UInt256.ZERO : raw.minusWrapping(error);
    }

    /** {@code x^y} and 10^−14 of it and 1, so that it is not too little. */
    UInt256 powUp(UInt256 x, UInt256 y) {
        if (multipliesOut && isWhole(y)) {
            UInt256 square = y.equals(FixedPoint.ONE) ? x : mulUp(x, x);
            return y.equals(FOUR) ? mulUp(square, square) : square;
        }
        UInt256 raw = LogExpMath.pow(x, y);
        return FixedPoint.plus(raw, error(raw));
    }

    private static boolean isWhole(UInt256 y) {
        return y.equals(FixedPoint.ONE) || y.equals(TWO) || y.equals(FOUR);
    }

    private static UInt256 error(UInt256 raw) {
        return FixedPoint.plus(mulUp(raw, RELATIVE_ERROR), UInt256.ONE);
    }
}
