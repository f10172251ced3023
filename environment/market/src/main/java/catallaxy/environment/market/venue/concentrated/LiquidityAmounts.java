package catallaxy.environment.market.venue.concentrated;

import catallaxy.environment.base.number.UInt256;

/**
 * The liquidity that amounts are enough for. Prices are √price · 2^96, amounts base units; all divisions round down. Pure functions.
 * Source: {@code LiquidityAmounts.sol} of v3-periphery.
 */
public final class LiquidityAmounts {
    private static final UInt256 ONE_X96 = UInt256.powerOfTwo(96);
    private static final UInt256 MOST = UInt256.ofLimbs(0, 0, -1, -1);

    private LiquidityAmounts() {}

    /**
     * The most liquidity between two prices for at most two amounts at a price; what the deployed function would not fit into 128 bits is
     * 2^128 − 1 here.
     *
     * @param price   square-root price of the pool
     * @param low     lower end, below {@code high}
     * @param amount0 of token0, below 2^160
     */
    public static UInt256 liquidity(UInt256 price, UInt256 low, UInt256 high, UInt256 amount0, UInt256 amount1) {
        if (!low.isLessThan(price)) {
            return of0(low, high, amount0);
        }
        return price.isLessThan(high)
                ? of0(price, high, amount0).min(of1(low, price, amount1))
                : of1(low, high, amount1);
    }

    /** {@code amount0 · (low · high / 2^96) / (high − low)}. */
    private static UInt256 of0(UInt256 low, UInt256 high, UInt256 amount0) {
        return ratio(amount0, low.mulDivFloor(high, ONE_X96), high.minusWrapping(low));
    }

    /** {@code amount1 · 2^96 / (high − low)}. */
    private static UInt256 of1(UInt256 low, UInt256 high, UInt256 amount1) {
        return ratio(amount1, ONE_X96, high.minusWrapping(low));
    }

    private static UInt256 ratio(UInt256 amount, UInt256 factor, UInt256 divisor) {
        boolean far = amount.bitLength() + factor.bitLength() - divisor.bitLength() > 255;
        return far ? MOST : amount.mulDivFloor(factor, divisor).min(MOST);
    }
}
