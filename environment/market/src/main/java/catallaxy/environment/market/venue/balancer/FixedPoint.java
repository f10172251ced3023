package catallaxy.environment.market.venue.balancer;

import catallaxy.environment.base.number.UInt256;

/**
 * Checked arithmetic of whole numbers and of numbers with 18 decimals, each with its rounding in its name.
 * Source: {@code Math.sol} and {@code FixedPoint.sol} of Balancer's solidity-utils 2.0.0.
 */
final class FixedPoint {
    static final UInt256 ONE = UInt256.of(1_000_000_000_000_000_000L);

    private FixedPoint() {}

    static UInt256 plus(UInt256 a, UInt256 b) {
        BalancerRevert.unless(!a.plusOverflows(b), BalancerError.ADD_OVERFLOW);
        return a.plusWrapping(b);
    }

    static UInt256 minus(UInt256 a, UInt256 b) {
        BalancerRevert.unless(a.isAtLeast(b), BalancerError.SUB_OVERFLOW);
        return a.minusWrapping(b);
    }

    /** A product of whole numbers. */
    static UInt256 times(UInt256 a, UInt256 b) {
        BalancerRevert.unless(!a.timesOverflows(b), BalancerError.MUL_OVERFLOW);
        return a.timesWrapping(b);
    }

    /** A quotient of whole numbers, rounded down. */
    static UInt256 overDown(UInt256 a, UInt256 b) {
        BalancerRevert.unless(!b.isZero(), BalancerError.ZERO_DIVISION);
        return a.dividedBy(b);
    }

    /** A quotient of whole numbers, rounded up. */
    static UInt256 overUp(UInt256 a, UInt256 b) {
        BalancerRevert.unless(!b.isZero(), BalancerError.ZERO_DIVISION);
        return a.isZero() ? a : a.minusWrapping(UInt256.ONE).dividedBy(b).plusWrapping(UInt256.ONE);
    }

    static UInt256 over(UInt256 a, UInt256 b, boolean up) {
        return up ? overUp(a, b) : overDown(a, b);
    }

    /** {@code floor(a b / 10^18)}. */
    static UInt256 mulDown(UInt256 a, UInt256 b) {
        return times(a, b).dividedBy(ONE);
    }

    /** {@code ceil(a b / 10^18)}. */
    static UInt256 mulUp(UInt256 a, UInt256 b) {
        return overUp(times(a, b), ONE);
    }

    /** {@code floor(a 10^18 / b)}. */
    static UInt256 divDown(UInt256 a, UInt256 b) {
        return overDown(inflated(a, b), b);
    }

    /** {@code ceil(a 10^18 / b)}. */
    static UInt256 divUp(UInt256 a, UInt256 b) {
        return overUp(inflated(a, b), b);
    }

    private static UInt256 inflated(UInt256 a, UInt256 b) {
        BalancerRevert.unless(!b.isZero(), BalancerError.ZERO_DIVISION);
        BalancerRevert.unless(!a.timesOverflows(ONE), BalancerError.DIV_INTERNAL);
        return a.timesWrapping(ONE);
    }

    /** {@code 1 − a}, zero where that is negative. */
    static UInt256 complement(UInt256 a) {
        return a.isLessThan(ONE) ? ONE.minusWrapping(a) : UInt256.ZERO;
    }
}
