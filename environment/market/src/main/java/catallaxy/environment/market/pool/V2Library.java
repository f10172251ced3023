package catallaxy.environment.market.pool;

import catallaxy.environment.market.arithmetic.UInt256;

/**
 * Prices of a constant-product pool as Uniswap's periphery library computes them, in base units of any magnitude.
 * {@code amountOut = floor(997 in · reserveOut / (1000 reserveIn + 997 in))};
 * {@code amountIn = floor(1000 reserveIn · out / (997 (reserveOut − out))) + 1}. Both round against the trader.
 * Checked arithmetic over 256 bits reverts in the contract's order.
 */
public final class V2Library {
    /** Fee of the deployed contracts, thousandths of the input. */
    public static final int FEE_PER_MILLE = 3;

    private static final UInt256 THOUSAND = UInt256.of(1000);

    private V2Library() {}

    /** What an exact input buys. */
    public static V2Quote amountOut(UInt256 amountIn, UInt256 reserveIn, UInt256 reserveOut) {
        return amountOut(amountIn, reserveIn, reserveOut, FEE_PER_MILLE);
    }

    /** {@link #amountOut(UInt256, UInt256, UInt256)} at another fee, 0…999. */
    public static V2Quote amountOut(UInt256 amountIn, UInt256 reserveIn, UInt256 reserveOut, int feePerMille) {
        if (amountIn.isZero()) {
            return V2Quote.reverted(V2Status.LIBRARY_INSUFFICIENT_INPUT_AMOUNT);
        }
        if (reserveIn.isZero() || reserveOut.isZero()) {
            return V2Quote.reverted(V2Status.LIBRARY_INSUFFICIENT_LIQUIDITY);
        }
        UInt256 kept = UInt256.of(1000 - feePerMille);
        if (amountIn.timesOverflows(kept)) {
            return V2Quote.reverted(V2Status.MUL_OVERFLOW);
        }
        UInt256 amountInWithFee = amountIn.timesExact(kept);
        if (amountInWithFee.timesOverflows(reserveOut) || reserveIn.timesOverflows(THOUSAND)) {
            return V2Quote.reverted(V2Status.MUL_OVERFLOW);
        }
        UInt256 reserve = reserveIn.timesExact(THOUSAND);
        if (reserve.plusOverflows(amountInWithFee)) {
            return V2Quote.reverted(V2Status.ADD_OVERFLOW);
        }
        return V2Quote.of(amountInWithFee.mulDivFloor(reserveOut, reserve.plusExact(amountInWithFee)));
    }

    /** What an exact output costs. */
    public static V2Quote amountIn(UInt256 amountOut, UInt256 reserveIn, UInt256 reserveOut) {
        return amountIn(amountOut, reserveIn, reserveOut, FEE_PER_MILLE);
    }

    /** {@link #amountIn(UInt256, UInt256, UInt256)} at another fee, 0…999. */
    public static V2Quote amountIn(UInt256 amountOut, UInt256 reserveIn, UInt256 reserveOut, int feePerMille) {
        if (amountOut.isZero()) {
            return V2Quote.reverted(V2Status.LIBRARY_INSUFFICIENT_OUTPUT_AMOUNT);
        }
        if (reserveIn.isZero() || reserveOut.isZero()) {
            return V2Quote.reverted(V2Status.LIBRARY_INSUFFICIENT_LIQUIDITY);
        }
        if (reserveIn.timesOverflows(amountOut)
                || reserveIn.timesExact(amountOut).timesOverflows(THOUSAND)) {
            return V2Quote.reverted(V2Status.MUL_OVERFLOW);
        }
        if (reserveOut.isLessThan(amountOut)) {
            return V2Quote.reverted(V2Status.SUB_UNDERFLOW);
        }
        UInt256 left = reserveOut.minusExact(amountOut);
        UInt256 kept = UInt256.of(1000 - feePerMille);
        if (left.timesOverflows(kept)) {
            return V2Quote.reverted(V2Status.MUL_OVERFLOW);
        }
        if (left.isZero()) {
            return V2Quote.reverted(V2Status.DIVISION_BY_ZERO);
        }
        UInt256 numerator = reserveIn.timesExact(amountOut).timesExact(THOUSAND);
        return V2Quote.of(numerator.dividedBy(left.timesExact(kept)).plusExact(UInt256.ONE));
    }

    /** The amount of one asset worth {@code amount} of the other at the pool's ratio, without fee, rounded down. */
    public static V2Quote quote(UInt256 amount, UInt256 reserve, UInt256 otherReserve) {
        if (amount.isZero()) {
            return V2Quote.reverted(V2Status.LIBRARY_INSUFFICIENT_AMOUNT);
        }
        if (reserve.isZero() || otherReserve.isZero()) {
            return V2Quote.reverted(V2Status.LIBRARY_INSUFFICIENT_LIQUIDITY);
        }
        if (amount.timesOverflows(otherReserve)) {
            return V2Quote.reverted(V2Status.MUL_OVERFLOW);
        }
        return V2Quote.of(amount.mulDivFloor(otherReserve, reserve));
    }
}
