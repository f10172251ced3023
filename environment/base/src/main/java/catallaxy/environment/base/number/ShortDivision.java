package catallaxy.environment.base.number;

/**
 * Division of 256 bits by at most 128 without arrays, the division of most contracts' numbers.
 * The same algorithm as {@link Limbs}, unrolled. Pure functions.
 */
final class ShortDivision {
    private ShortDivision() {}

    /** {@code floor((w3, w2, w1, w0) / divisor)}; the divisor is not zero. */
    static UInt256 byOneLimb(long w3, long w2, long w1, long w0, long divisor) {
        int shift = Long.numberOfLeadingZeros(divisor);
        long d = divisor << shift;
        long v = Limbs.reciprocal(d);
        long u3 = join(w3, w2, shift);
        long u2 = join(w2, w1, shift);
        long u1 = join(w1, w0, shift);
        long u0 = w0 << shift;
        long rest = carried(w3, shift);
        long q3 = (rest | u3) == 0 ? 0 : Limbs.divideTwo(rest, u3, d, v);
        rest = u3 - q3 * d;
        long q2 = (rest | u2) == 0 ? 0 : Limbs.divideTwo(rest, u2, d, v);
        rest = u2 - q2 * d;
        long q1 = Limbs.divideTwo(rest, u1, d, v);
        rest = u1 - q1 * d;
        return UInt256.ofLimbs(q3, q2, q1, Limbs.divideTwo(rest, u0, d, v));
    }

    /** {@code floor((w3, w2, w1, w0) / (high, low))}; {@code high} is not zero. */
    static UInt256 byTwoLimbs(long w3, long w2, long w1, long w0, long high, long low) {
        int shift = Long.numberOfLeadingZeros(high);
        long d1 = join(high, low, shift);
        long d0 = low << shift;
        long v = Limbs.reciprocal(d1, d0);
        long u3 = join(w3, w2, shift);
        long u2 = join(w2, w1, shift);
        long u1 = join(w1, w0, shift);
        long u0 = w0 << shift;
        long top = carried(w3, shift);
        boolean fits = top == 0 && Limbs.less(u3, u2, d1, d0);
        long q2 = fits ? 0 : Limbs.divideThree(top, u3, u2, d1, d0, v);
        long r1 = u3 - q2 * d1 - high(q2, d0, u2);
        long r0 = u2 - q2 * d0;
        long q1 = Limbs.divideThree(r1, r0, u1, d1, d0, v);
        long s1 = r0 - q1 * d1 - high(q1, d0, u1);
        long s0 = u1 - q1 * d0;
        return UInt256.ofLimbs(0, q2, q1, Limbs.divideThree(s1, s0, u0, d1, d0, v));
    }

    /** What {@code minuend − q · d} borrows from the limb above. */
    private static long high(long q, long d, long minuend) {
        return Math.unsignedMultiplyHigh(q, d) + (Long.compareUnsigned(minuend, q * d) < 0 ? 1 : 0);
    }

    private static long join(long high, long low, int shift) {
        return (high << shift) | carried(low, shift);
    }

    /** The top {@code shift} bits, 0…63. */
    private static long carried(long limb, int shift) {
        return limb >>> 1 >>> (63 - shift);
    }
}
