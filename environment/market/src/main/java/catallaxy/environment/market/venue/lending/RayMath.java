package catallaxy.environment.market.venue.lending;

import catallaxy.environment.base.number.UInt256;

/**
 * Fixed-point products and quotients with 18 (wad) and 27 (ray) decimals, Aave's {@code WadRayMath}: all round to the nearest, halves
 * up, and revert without a reason where a product leaves 256 bits or a divisor is zero.
 */
public final class RayMath {
    /** One, with 18 decimals. */
    public static final UInt256 WAD = UInt256.parse("1" + "0".repeat(18));

    /** One, with 27 decimals. */
    public static final UInt256 RAY = UInt256.parse("1" + "0".repeat(27));

    private static final UInt256 WAD_RAY_RATIO = UInt256.of(1_000_000_000);

    private RayMath() {}

    static UInt256 wadMul(UInt256 a, UInt256 b) {
        return times(a, b, WAD);
    }

    static UInt256 wadDiv(UInt256 a, UInt256 b) {
        return over(a, WAD, b);
    }

    static UInt256 rayMul(UInt256 a, UInt256 b) {
        return times(a, b, RAY);
    }

    static UInt256 rayDiv(UInt256 a, UInt256 b) {
        return over(a, RAY, b);
    }

    /** {@code a · b / one}, to the nearest. */
    static UInt256 times(UInt256 a, UInt256 b, UInt256 one) {
        return nearest(product(a, b), one);
    }

    /** {@code a · one / b}, to the nearest. */
    static UInt256 over(UInt256 a, UInt256 one, UInt256 b) {
        LendingError.EMPTY.unless(!b.isZero());
        return nearest(product(a, one), b);
    }

    private static UInt256 product(UInt256 a, UInt256 b) {
        LendingError.EMPTY.unless(!a.timesOverflows(b));
        return a.timesExact(b);
    }

    private static UInt256 nearest(UInt256 product, UInt256 divisor) {
        UInt256 half = divisor.shiftRight(1);
        LendingError.EMPTY.unless(!product.plusOverflows(half));
        return product.plusExact(half).dividedBy(divisor);
    }

    /** From 27 decimals to 18, to the nearest. */
    static UInt256 rayToWad(UInt256 a) {
        UInt256 floor = a.dividedBy(WAD_RAY_RATIO);
        UInt256 rest = a.remainder(WAD_RAY_RATIO);
        return rest.isAtLeast(WAD_RAY_RATIO.shiftRight(1)) ? floor.plusExact(UInt256.ONE) : floor;
    }

    /** From 18 decimals to 27, exactly. */
    static UInt256 wadToRay(UInt256 a) {
        return product(a, WAD_RAY_RATIO);
    }
}
