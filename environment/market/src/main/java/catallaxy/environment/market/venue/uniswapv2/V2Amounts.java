package catallaxy.environment.market.venue.uniswapv2;

import catallaxy.environment.base.number.UInt256;

/**
 * Base units of a pair's two assets.
 *
 * @param amount0 of the first asset, or of the side that is said to come first
 * @param amount1 of the other
 */
record V2Amounts(UInt256 amount0, UInt256 amount1) {
    private static final int RESERVE_BITS = 112;

    /** Whether there is at least as much as {@code other} of both assets. */
    boolean covers(V2Amounts other) {
        return amount0.isAtLeast(other.amount0) && amount1.isAtLeast(other.amount1);
    }

    /** Whether there is more than {@code other} of both assets. */
    boolean exceeds(V2Amounts other) {
        return other.amount0.isLessThan(amount0) && other.amount1.isLessThan(amount1);
    }

    /** The difference; {@code other} must be covered. */
    V2Amounts minus(V2Amounts other) {
        return new V2Amounts(amount0.minusWrapping(other.amount0), amount1.minusWrapping(other.amount1));
    }

    boolean eitherIsZero() {
        return amount0.isZero() || amount1.isZero();
    }

    boolean bothAreZero() {
        return amount0.isZero() && amount1.isZero();
    }

    /** Product of what cannot overflow: two reserves. */
    UInt256 product() {
        return amount0.timesExact(amount1);
    }

    /** Whether both can be reserves: they fit 112 bits. */
    boolean areReserves() {
        return amount0.bitLength() <= RESERVE_BITS && amount1.bitLength() <= RESERVE_BITS;
    }

    /** {@link V2Status#OK} or {@link V2Status#OVERFLOW}. */
    V2Status asReserves() {
        return areReserves() ? V2Status.OK : V2Status.OVERFLOW;
    }
}
