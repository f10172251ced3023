package catallaxy.environment.market.venue.concentrated;

import catallaxy.environment.base.number.UInt256;

/** One step of a swap towards a price. Source: {@code SwapMath.sol} of v3-core 1.0.1. Pure functions. */
public final class SwapMath {
    private static final long MILLION = 1_000_000;
    private static final UInt256 ALL_PIPS = UInt256.of(MILLION);

    private SwapMath() {}

    /**
     * The step towards {@code targetX96}: to it, or as far as an amount reaches. Amounts in are rounded up, amounts out down, the fee up;
     * an exact input that does not reach the target is used up, all beyond the move's own input as fee.
     *
     * @param exactIn   whether {@code remaining} is to be paid in, fee included; else it is to be given
     * @param remaining base units
     * @param feePips   millionths of what is paid in, 0…999,999
     */
    public static SwapStep step(
            UInt256 priceX96, UInt256 targetX96, UInt256 liquidity, boolean exactIn, UInt256 remaining, int feePips) {
        boolean zeroForOne = priceX96.isAtLeast(targetX96);
        return exactIn
                ? exactIn(priceX96, targetX96, liquidity, remaining, feePips, zeroForOne)
                : exactOut(priceX96, targetX96, liquidity, remaining, feePips, zeroForOne);
    }

    private static SwapStep exactIn(
            UInt256 price, UInt256 target, UInt256 liquidity, UInt256 remaining, int feePips, boolean zeroForOne) {
        UInt256 lessFee = remaining.mulDivFloor(UInt256.of(MILLION - feePips), ALL_PIPS);
        UInt256 toTarget = amountIn(price, target, liquidity, zeroForOne);
        if (lessFee.isAtLeast(toTarget)) {
            UInt256 out = amountOut(price, target, liquidity, zeroForOne);
            return new SwapStep(target, toTarget, out, fee(toTarget, feePips));
        }
        UInt256 next = SqrtPriceMath.nextFromInput(price, liquidity, lessFee, zeroForOne);
        boolean reached = next.equals(target);
        UInt256 in = reached ? toTarget : amountIn(price, next, liquidity, zeroForOne);
        UInt256 out = amountOut(price, next, liquidity, zeroForOne);
        return new SwapStep(next, in, out, reached ? fee(in, feePips) : remaining.minusExact(in));
    }

    private static SwapStep exactOut(
            UInt256 price, UInt256 target, UInt256 liquidity, UInt256 remaining, int feePips, boolean zeroForOne) {
        UInt256 toTarget = amountOut(price, target, liquidity, zeroForOne);
        boolean reaches = remaining.isAtLeast(toTarget);
        UInt256 next = reaches ? target : SqrtPriceMath.nextFromOutput(price, liquidity, remaining, zeroForOne);
        UInt256 out = next.equals(target) ? toTarget : amountOut(price, next, liquidity, zeroForOne);
        UInt256 in = amountIn(price, next, liquidity, zeroForOne);
        return new SwapStep(next, in, out.min(remaining), fee(in, feePips));
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

    /** {@code ceil(amountIn · fee / (10^6 − fee))}: the fee that goes with an input that does not include it. */
    private static UInt256 fee(UInt256 amountIn, int feePips) {
        return amountIn.mulDivCeil(UInt256.of(feePips), UInt256.of(MILLION - feePips));
    }
}
