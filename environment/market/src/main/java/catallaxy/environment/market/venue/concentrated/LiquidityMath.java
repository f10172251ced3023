package catallaxy.environment.market.venue.concentrated;

import catallaxy.environment.base.number.Int256;
import catallaxy.environment.base.number.UInt256;

/** Bounds of liquidity, which is an unsigned number of 128 bits. Pure functions. */
public final class LiquidityMath {
    private LiquidityMath() {}

    /** Whether {@code liquidity + delta} is in 0…2^128 − 1. */
    public static boolean fits(UInt256 liquidity, Int256 delta) {
        UInt256 sum = liquidity.plusWrapping(delta.bits());
        return (sum.limb(3) | sum.limb(2)) == 0;
    }

    /** {@code liquidity + delta}, where that {@link #fits}. */
    public static UInt256 plus(UInt256 liquidity, Int256 delta) {
        UInt256 sum = liquidity.plusWrapping(delta.bits());
        if ((sum.limb(3) | sum.limb(2)) != 0) {
            throw new IllegalArgumentException("liquidity " + liquidity + " and " + delta + " is not in 0…2^128−1");
        }
        return sum;
    }
}
