package catallaxy.environment.market.venue.concentrated;

import catallaxy.environment.base.number.UInt256;

/**
 * Fees per unit of liquidity since the start, base units · 2^128, {@code X128}, modulo 2^256: only differences mean something. What grew
 * on the side of a tick where the price is not is stored at the tick. Pure functions of one asset.
 */
public final class FeeGrowth {
    private static final UInt256 ONE_X128 = UInt256.powerOfTwo(128);

    private FeeGrowth() {}

    /** {@code floor(fee · 2^128 / liquidity)} for a fee below 2^128 · {@code liquidity}; else, or without liquidity, it throws. */
    public static UInt256 of(UInt256 fee, UInt256 liquidity) {
        return fee.bitLength() <= 128 ? fee.shiftLeft(128).dividedBy(liquidity) : fee.mulDivFloor(ONE_X128, liquidity);
    }

    /** Whether {@link #of} of this fee and liquidity, which is not zero, is below 2^256. */
    public static boolean fits(UInt256 fee, UInt256 liquidity) {
        return fee.shiftRight(128).isLessThan(liquidity);
    }

    /**
     * What grew between two ticks.
     *
     * @param tick         where the price is
     * @param globalX128   what grew in all
     * @param outsideLower what is stored at the lower tick
     * @param outsideUpper what is stored at the upper tick
     */
    public static UInt256 inside(
            int tick, int lower, int upper, UInt256 globalX128, UInt256 outsideLower, UInt256 outsideUpper) {
        if (tick < lower) {
            return outsideLower.minusWrapping(outsideUpper);
        }
        return tick < upper
                ? globalX128.minusWrapping(outsideLower).minusWrapping(outsideUpper)
                : outsideUpper.minusWrapping(outsideLower);
    }

    /** What a growth earns a liquidity, base units, rounded down, the low 256 bits; liquidity is below 2^128. */
    public static UInt256 earned(UInt256 growthX128, UInt256 liquidity) {
        return growthX128.mulDivFloor(liquidity, ONE_X128);
    }
}
