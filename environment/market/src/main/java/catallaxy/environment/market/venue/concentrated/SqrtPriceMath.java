package catallaxy.environment.market.venue.concentrated;

import catallaxy.environment.base.number.UInt256;

/**
 * What moves a square-root price over liquidity, and what a move takes and gives. Prices are √price · 2^96 and not zero, liquidity is
 * below 2^128, amounts are base units. Where the contract's function reverts, which is always without a reason, the result is
 * {@link #NO_PRICE}. Pure functions. Source: {@code SqrtPriceMath.sol} of v3-core 1.0.1, whose rounding is kept.
 */
public final class SqrtPriceMath {
    /** Zero, which is no price: the amount cannot be taken, or the price would leave 160 bits. */
    public static final UInt256 NO_PRICE = UInt256.ZERO;

    private static final UInt256 ONE_X96 = UInt256.powerOfTwo(96);

    private SqrtPriceMath() {}

    /** token0 between two prices, {@code L · 2^96 (b − a) / (a b)}, rounded up or down; the prices in either order. */
    public static UInt256 amount0Delta(UInt256 priceA, UInt256 priceB, UInt256 liquidity, boolean roundUp) {
        UInt256 low = priceA.min(priceB);
        UInt256 high = priceB.max(priceA);
        UInt256 numerator = liquidity.shiftLeft(96);
        UInt256 difference = high.minusWrapping(low);
        // Rounding twice in one direction is rounding once, and one division by fewer limbs is the faster.
        if (low.bitLength() + high.bitLength() <= 192) {
            UInt256 divisor = low.timesWrapping(high);
            return roundUp ? numerator.mulDivCeil(difference, divisor) : numerator.mulDivFloor(difference, divisor);
        }
        return roundUp
                ? dividedCeil(numerator.mulDivCeil(difference, high), low)
                : numerator.mulDivFloor(difference, high).dividedBy(low);
    }

    /** token1 between two prices, {@code L (b − a) / 2^96}, rounded up or down; the prices in either order. */
    public static UInt256 amount1Delta(UInt256 priceA, UInt256 priceB, UInt256 liquidity, boolean roundUp) {
        UInt256 difference = priceB.max(priceA).minusWrapping(priceA.min(priceB));
        if (liquidity.bitLength() + difference.bitLength() > 256) {
            return roundUp ? liquidity.mulDivCeil(difference, ONE_X96) : liquidity.mulDivFloor(difference, ONE_X96);
        }
        UInt256 product = liquidity.timesWrapping(difference);
        UInt256 amount = product.shiftRight(96);
        boolean exact = product.limb(0) == 0 && (int) product.limb(1) == 0;
        return !roundUp || exact ? amount : amount.plusWrapping(UInt256.ONE);
    }

    /** The price after an input of token0 ({@code zeroForOne}) or of token1, rounded so that not too much is given for it. */
    public static UInt256 nextFromInput(UInt256 price, UInt256 liquidity, UInt256 amountIn, boolean zeroForOne) {
        if (price.isZero() || liquidity.isZero()) {
            return NO_PRICE;
        }
        return zeroForOne ? plusAmount0(price, liquidity, amountIn) : plusAmount1(price, liquidity, amountIn);
    }

    /** The price after an output of token1 ({@code zeroForOne}) or of token0, rounded so that not too little is taken for it. */
    public static UInt256 nextFromOutput(UInt256 price, UInt256 liquidity, UInt256 amountOut, boolean zeroForOne) {
        if (price.isZero() || liquidity.isZero()) {
            return NO_PRICE;
        }
        return zeroForOne ? minusAmount1(price, liquidity, amountOut) : minusAmount0(price, liquidity, amountOut);
    }

    /** {@code ceil(L P / (L + amount P))} with 96 bits after the point; where the product overflows, {@code L / (L / P + amount)}. */
    private static UInt256 plusAmount0(UInt256 price, UInt256 liquidity, UInt256 amount) {
        UInt256 numerator = liquidity.shiftLeft(96);
        if (!amount.timesOverflows(price)) {
            UInt256 product = amount.timesWrapping(price);
            if (!numerator.plusOverflows(product)) {
                return numerator.mulDivCeil(price, numerator.plusWrapping(product));
            }
        }
        UInt256 quotient = numerator.dividedBy(price);
        return quotient.plusOverflows(amount) ? NO_PRICE : dividedCeil(numerator, quotient.plusWrapping(amount));
    }

    private static UInt256 minusAmount0(UInt256 price, UInt256 liquidity, UInt256 amount) {
        if (amount.isZero()) {
            return price;
        }
        UInt256 numerator = liquidity.shiftLeft(96);
        if (amount.timesOverflows(price) || !amount.timesWrapping(price).isLessThan(numerator)) {
            return NO_PRICE;
        }
        UInt256 denominator = numerator.minusWrapping(amount.timesWrapping(price));
        // A quotient with more bits than that is above 2^160 whatever the lower bits are, and may not fit 256.
        boolean far = numerator.bitLength() + price.bitLength() - denominator.bitLength() > 255;
        return far ? NO_PRICE : within160(numerator.mulDivCeil(price, denominator));
    }

    private static UInt256 plusAmount1(UInt256 price, UInt256 liquidity, UInt256 amount) {
        if (amount.isAtLeast(liquidity.shiftLeft(64))) {
            return NO_PRICE;
        }
        return within160(price.plusWrapping(amount.mulDivFloor(ONE_X96, liquidity)));
    }

    private static UInt256 minusAmount1(UInt256 price, UInt256 liquidity, UInt256 amount) {
        if (amount.isAtLeast(liquidity.shiftLeft(64))) {
            return NO_PRICE;
        }
        UInt256 quotient = amount.mulDivCeil(ONE_X96, liquidity);
        return quotient.isLessThan(price) ? price.minusWrapping(quotient) : NO_PRICE;
    }

    private static UInt256 within160(UInt256 price) {
        return price.bitLength() > 160 ? NO_PRICE : price;
    }

    private static UInt256 dividedCeil(UInt256 number, UInt256 divisor) {
        UInt256 quotient = number.dividedBy(divisor);
        return quotient.timesWrapping(divisor).equals(number) ? quotient : quotient.plusWrapping(UInt256.ONE);
    }
}
