package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.venue.concentrated.SqrtPriceMath;
import catallaxy.environment.market.venue.concentrated.SwapStep;

/**
 * One step of a swap towards a price. Unlike V3, an exact input that does not reach the target counts all that is left of it after the fee
 * as moved, whatever the price took, and a fee may be all of the input. Pure functions.
 * Source: {@code SwapMath.sol} of v4-core 1.0.2.
 */
final class V4SwapMath {
    private static final UInt256 ALL_PIPS = UInt256.of(V4Fees.ALL_PIPS);

    private V4SwapMath() {}

    /**
     * The step towards {@code targetX96}: to it, or as far as an amount reaches. Amounts in are rounded up, amounts out down, the fee up.
     *
     * @param exactIn   whether {@code remaining} is to be paid in, fee included; else it is to be given
     * @param remaining base units
     * @param feePips   0…1,000,000; less than that for an exact output
     */
    static SwapStep step(
            UInt256 priceX96, UInt256 targetX96, UInt256 liquidity, boolean exactIn, UInt256 remaining, int feePips) {
        boolean zeroForOne = priceX96.isAtLeast(targetX96);
        return exactIn
                ? exactIn(priceX96, targetX96, liquidity, remaining, feePips, zeroForOne)
                : exactOut(priceX96, targetX96, liquidity, remaining, feePips, zeroForOne);
    }

    private static SwapStep exactIn(
            UInt256 price, UInt256 target, UInt256 liquidity, UInt256 remaining, int feePips, boolean zeroForOne) {
        UInt256 lessFee = remaining.mulDivFloor(UInt256.of(V4Fees.ALL_PIPS - feePips), ALL_PIPS);
        UInt256 toTarget = amountIn(price, target, liquidity, zeroForOne);
        if (lessFee.isAtLeast(toTarget)) {
            UInt256 out = amountOut(price, target, liquidity, zeroForOne);
            UInt256 fee = feePips == V4Fees.ALL_PIPS ? toTarget : fee(toTarget, feePips);
            return new SwapStep(target, toTarget, out, fee);
        }
        UInt256 next = SqrtPriceMath.nextFromInput(price, liquidity, lessFee, zeroForOne);
        UInt256 out = amountOut(price, next, liquidity, zeroForOne);
        return new SwapStep(next, lessFee, out, remaining.minusExact(lessFee));
    }

    private static SwapStep exactOut(
            UInt256 price, UInt256 target, UInt256 liquidity, UInt256 remaining, int feePips, boolean zeroForOne) {
        UInt256 toTarget = amountOut(price, target, liquidity, zeroForOne);
        boolean reaches = remaining.isAtLeast(toTarget);
        UInt256 next = reaches ? target : SqrtPriceMath.nextFromOutput(price, liquidity, remaining, zeroForOne);
        UInt256 in = amountIn(price, next, liquidity, zeroForOne);
        return new SwapStep(next, in, reaches ? toTarget : remaining, fee(in, feePips));
    }

    private static UInt256 amountIn(UInt256 price, UInt256 to, UInt256 liquidity, boolean zeroForOne) {
        return zeroForOne
                ? SqrtPriceMath.amount0Delta(to, price, liquidity, true)
                : SqrtPriceMath.amount1Delta(price, to, liquidity, true);
    }

    private static UInt256 amountOut(UInt256 price, UInt256 to, UInt256 liquidity, boolean zeroForOne) {
        return zeroForOne
                ? SqrtPriceMath.amount1Delta(to, price, liquidity, false)
                : SqrtPriceMath.amount0Delta(price, to, liquidity, false);
    }

    /** {@code ⌈amountIn · fee / (10^6 − fee)⌉}: the fee that goes with an input that does not include it. */
    private static UInt256 fee(UInt256 amountIn, int feePips) {
        return amountIn.mulDivCeil(UInt256.of(feePips), UInt256.of(V4Fees.ALL_PIPS - feePips));
    }
}
