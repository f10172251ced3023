package catallaxy.environment.market.venue.concentrated;

import catallaxy.environment.base.number.UInt256;
import java.math.BigInteger;

/**
 * How a pool begins: at which square-root price, and between which ticks its first position is.
 *
 * @param sqrtPriceX96 √(reserve1 / reserve0) · 2^96, rounded down
 * @param lower        a multiple of the spacing
 * @param upper        another, above it
 */
public record RangeStart(UInt256 sqrtPriceX96, int lower, int upper) {
    /**
     * The beginning with reserves, which are not zero.
     *
     * @param rangePercent how far above the price the position reaches, per cent, and below in the same ratio, to the next multiples of
     *                     the spacing outside; 0 for all prices
     * @throws IllegalArgumentException if their price belongs to no tick
     */
    public static RangeStart of(UInt256 reserve0, UInt256 reserve1, double rangePercent, int tickSpacing) {
        BigInteger ratio = reserve1.toBigInteger().shiftLeft(192).divide(reserve0.toBigInteger());
        UInt256 price = UInt256.of(ratio.sqrt());
        int highest = TickMath.MAX_TICK / tickSpacing * tickSpacing;
        if (rangePercent == 0) {
            return new RangeStart(price, -highest, highest);
        }
        int tick = TickMath.tickAtSqrtRatio(price);
        int width = width(rangePercent);
        return new RangeStart(
                price,
                Math.max(-highest, Math.floorDiv(tick - width, tickSpacing) * tickSpacing),
                Math.min(highest, Math.ceilDiv(tick + width, tickSpacing) * tickSpacing));
    }

    /** Ticks of the range on each side of the price, at least one. */
    private static int width(double rangePercent) {
        double ticks = StrictMath.log(1 + rangePercent / 100) / StrictMath.log(1.0001);
        return (int) Math.max(1, Math.round(ticks));
    }

    /** The most liquidity of the position for the reserves. */
    public UInt256 liquidity(UInt256 reserve0, UInt256 reserve1) {
        return LiquidityAmounts.liquidity(
                sqrtPriceX96, TickMath.sqrtRatioAtTick(lower), TickMath.sqrtRatioAtTick(upper), reserve0, reserve1);
    }
}
