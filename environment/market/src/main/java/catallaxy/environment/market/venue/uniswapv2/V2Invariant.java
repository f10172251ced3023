package catallaxy.environment.market.venue.uniswapv2;

import catallaxy.environment.base.number.UInt256;

/**
 * The check that lets a swap happen: something came in, the product of balances net of fees did not fall, and the
 * balances can be reserves.
 * {@code (1000 balance0 − fee · in0)(1000 balance1 − fee · in1) ≥ 10^6 · reserve0 · reserve1}.
 * Pure functions of base units.
 */
final class V2Invariant {
    private static final UInt256 THOUSAND = UInt256.of(1000);
    private static final UInt256 MILLION = UInt256.of(1_000_000);

    private V2Invariant() {}

    /**
     * Status of a swap.
     *
     * @param balances what the pair holds after paying out, of any size
     * @param expected what it would hold had nothing come in: reserves less payment
     * @param reserves below 2^112
     */
    static V2Status check(V2Amounts balances, V2Amounts expected, V2Amounts reserves, int feePerMille) {
        boolean paid0 = expected.amount0().isLessThan(balances.amount0());
        boolean paid1 = expected.amount1().isLessThan(balances.amount1());
        if (!paid0 && !paid1) {
            return V2Status.INSUFFICIENT_INPUT_AMOUNT;
        }
        V2Amounts before = new V2Amounts(
                paid0 ? expected.amount0() : balances.amount0(), paid1 ? expected.amount1() : balances.amount1());
        if (balances.areReserves()) {
            return small(balances, before, reserves, feePerMille);
        }
        V2Status status = large(balances, before, reserves, UInt256.of(feePerMille));
        return status.ok() ? V2Status.OVERFLOW : status;
    }

    /** The check in the contract's own steps, with its overflows. */
    static V2Status large(V2Amounts balances, V2Amounts before, V2Amounts reserves, UInt256 fee) {
        if (balances.amount0().timesOverflows(THOUSAND) || balances.amount1().timesOverflows(THOUSAND)) {
            return V2Status.MUL_OVERFLOW;
        }
        V2Amounts in = balances.minus(before);
        UInt256 adjusted0 =
                balances.amount0().timesExact(THOUSAND).minusExact(in.amount0().timesExact(fee));
        UInt256 adjusted1 =
                balances.amount1().timesExact(THOUSAND).minusExact(in.amount1().timesExact(fee));
        if (adjusted0.timesOverflows(adjusted1)) {
            return V2Status.MUL_OVERFLOW;
        }
        UInt256 required = reserves.product().timesExact(MILLION);
        return adjusted0.timesExact(adjusted1).isLessThan(required) ? V2Status.K : V2Status.OK;
    }

    /** The check for balances below 2^112, where nothing overflows. */
    static V2Status small(V2Amounts balances, V2Amounts before, V2Amounts reserves, long fee) {
        long kept = 1000 - fee;
        UInt256 balance0 = balances.amount0();
        UInt256 balance1 = balances.amount1();
        UInt256 before0 = before.amount0();
        UInt256 before1 = before.amount1();
        UInt256 reserve0 = reserves.amount0();
        UInt256 reserve1 = reserves.amount1();
        boolean holds = productAtLeast(
                balance0.limb(0) * kept + before0.limb(0) * fee,
                scaledHigh(balance0, kept, before0, fee),
                balance1.limb(0) * kept + before1.limb(0) * fee,
                scaledHigh(balance1, kept, before1, fee),
                reserve0.limb(0) * 1000,
                scaledHigh(reserve0, 1000, UInt256.ZERO, 0),
                reserve1.limb(0) * 1000,
                scaledHigh(reserve1, 1000, UInt256.ZERO, 0));
        return holds ? V2Status.OK : V2Status.K;
    }

    /** High limb of {@code a · factor + b · other}; both products and their sum fit two limbs. */
    private static long scaledHigh(UInt256 a, long factor, UInt256 b, long other) {
        long low = a.limb(0) * factor;
        long carry = Long.compareUnsigned(low + b.limb(0) * other, low) < 0 ? 1 : 0;
        return a.limb(1) * factor
                + Math.unsignedMultiplyHigh(a.limb(0), factor)
                + b.limb(1) * other
                + Math.unsignedMultiplyHigh(b.limb(0), other)
                + carry;
    }

    /**
     * Whether {@code a · b ≥ c · d} for numbers of two limbs whose high ones are below 2^63.
     * A numeric kernel: both 256-bit products are summed column by column.
     */
    private static boolean productAtLeast(long a0, long a1, long b0, long b1, long c0, long c1, long d0, long d1) {
        long cross = a1 * b0;
        long partial = Math.unsignedMultiplyHigh(a0, b0) + cross;
        long ab1 = partial + a0 * b1;
        long ab2 = Math.unsignedMultiplyHigh(a1, b0)
                + Math.unsignedMultiplyHigh(a0, b1)
                + (Long.compareUnsigned(partial, cross) < 0 ? 1 : 0)
                + (Long.compareUnsigned(ab1, partial) < 0 ? 1 : 0);
        long ab3 = Math.unsignedMultiplyHigh(a1, b1);
        ab2 += a1 * b1;
        ab3 += Long.compareUnsigned(ab2, a1 * b1) < 0 ? 1 : 0;

        cross = c1 * d0;
        partial = Math.unsignedMultiplyHigh(c0, d0) + cross;
        long cd1 = partial + c0 * d1;
        long cd2 = Math.unsignedMultiplyHigh(c1, d0)
                + Math.unsignedMultiplyHigh(c0, d1)
                + (Long.compareUnsigned(partial, cross) < 0 ? 1 : 0)
                + (Long.compareUnsigned(cd1, partial) < 0 ? 1 : 0);
        long cd3 = Math.unsignedMultiplyHigh(c1, d1);
        cd2 += c1 * d1;
        cd3 += Long.compareUnsigned(cd2, c1 * d1) < 0 ? 1 : 0;

        if (ab3 != cd3) {
            return Long.compareUnsigned(ab3, cd3) > 0;
        }
        if (ab2 != cd2) {
            return Long.compareUnsigned(ab2, cd2) > 0;
        }
        return ab1 != cd1 ? Long.compareUnsigned(ab1, cd1) > 0 : Long.compareUnsigned(a0 * b0, c0 * d0) >= 0;
    }
}
