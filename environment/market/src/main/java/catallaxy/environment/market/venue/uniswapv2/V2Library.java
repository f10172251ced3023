package catallaxy.environment.market.venue.uniswapv2;

import catallaxy.environment.base.number.UInt256;

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

    /** A number of so many bits, times a thousand, leaves the top bit of two limbs free. */
    private static final int SMALL_BITS = 117;

    /** Bits of a pair's reserve. */
    private static final int RESERVE_BITS = 112;

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
        return amountIn.bitLength() <= SMALL_BITS
                        && reserveIn.bitLength() <= SMALL_BITS
                        && reserveOut.bitLength() <= SMALL_BITS
                ? V2Quote.of(small(amountIn, reserveIn, reserveOut, 1000 - feePerMille))
                : large(amountIn, reserveIn, reserveOut, UInt256.of(1000 - feePerMille));
    }

    /** The formula in the contract's own steps, with its overflows. */
    static V2Quote large(UInt256 amountIn, UInt256 reserveIn, UInt256 reserveOut, UInt256 kept) {
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

    /** The formula as a numeric kernel for numbers of at most {@link #SMALL_BITS} bits, where nothing overflows. */
    static UInt256 small(UInt256 amountIn, UInt256 reserveIn, UInt256 reserveOut, long kept) {
        long a0 = amountIn.limb(0) * kept;
        long a1 = amountIn.limb(1) * kept + Math.unsignedMultiplyHigh(amountIn.limb(0), kept);
        long d0 = reserveIn.limb(0) * 1000 + a0;
        long d1 = reserveIn.limb(1) * 1000
                + Math.unsignedMultiplyHigh(reserveIn.limb(0), 1000)
                + a1
                + (Long.compareUnsigned(d0, a0) < 0 ? 1 : 0);
        long b0 = reserveOut.limb(0);
        long b1 = reserveOut.limb(1);
        long cross = a1 * b0;
        long partial = Math.unsignedMultiplyHigh(a0, b0) + cross;
        long n1 = partial + a0 * b1;
        long middle = Math.unsignedMultiplyHigh(a1, b0)
                + Math.unsignedMultiplyHigh(a0, b1)
                + (Long.compareUnsigned(partial, cross) < 0 ? 1 : 0)
                + (Long.compareUnsigned(n1, partial) < 0 ? 1 : 0);
        long n2 = middle + a1 * b1;
        long n3 = Math.unsignedMultiplyHigh(a1, b1) + (Long.compareUnsigned(n2, middle) < 0 ? 1 : 0);
        return UInt256.quotient(n3, n2, n1, a0 * b0, d1, d0);
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

    /**
     * What an output costs where it is repaid in its own asset: {@code ⌈1000 x / (1000 − fee)⌉ − x}, the fee in thousandths.
     * Nothing for more than 112 bits, which no pair has and none lends.
     */
    static UInt256 flashFee(UInt256 amount, int feePerMille) {
        if (amount.bitLength() > RESERVE_BITS) {
            return UInt256.ZERO;
        }
        return amount.mulDivCeil(UInt256.of(1_000), UInt256.of(1_000L - feePerMille))
                .minusExact(amount);
    }
}
