package catallaxy.environment.base.number;

/**
 * Division of 256 bits by at most 192 without arrays, the division of most contracts' numbers.
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

    /** Numeric kernel: {@code floor((w3, w2, w1, w0) / (high, middle, low))}; {@code high} is not zero. */
    static UInt256 byThreeLimbs(long w3, long w2, long w1, long w0, long high, long middle, long low) {
        int shift = Long.numberOfLeadingZeros(high);
        long d2 = join(high, middle, shift);
        long d1 = join(middle, low, shift);
        long d0 = low << shift;
        long v = Limbs.reciprocal(d2, d1);
        long u3 = join(w3, w2, shift);
        long u2 = join(w2, w1, shift);
        long u1 = join(w1, w0, shift);
        long u0 = w0 << shift;
        long top = carried(w3, shift);
        long q1 = top == 0 && Limbs.less(u3, u2, d2, d1) ? 0 : Limbs.divideThree(top, u3, u2, d2, d1, v);
        // The rest, three limbs and what it borrows of the fourth; where it borrows, the estimate was one too high.
        long r0 = u1 - q1 * d0;
        long below = high(q1, d0, u1);
        long t1 = u2 - q1 * d1;
        long r1 = t1 - below;
        long middleBorrow = high(q1, d1, u2) + carry(t1, below);
        long t2 = u3 - q1 * d2;
        long r2 = t2 - middleBorrow;
        long topBorrow = high(q1, d2, u3) + carry(t2, middleBorrow);
        if (Long.compareUnsigned(top, topBorrow) < 0) {
            q1--;
            r0 += d0;
            long c0 = carry(r0, d0);
            long s1 = r1 + d1;
            long c1 = carry(s1, d1);
            r1 = s1 + c0;
            r2 += d2 + c1 + carry(r1, c0);
        }
        long q0 = Limbs.divideThree(r2, r1, r0, d2, d1, v);
        long last = high(q0, d0, u0);
        long e1 = r0 - q0 * d1;
        long borrow1 = high(q0, d1, r0) + carry(e1, last);
        long e2 = r1 - q0 * d2;
        long borrow2 = high(q0, d2, r1) + carry(e2, borrow1);
        boolean tooHigh = Long.compareUnsigned(r2, borrow2) < 0;
        return UInt256.ofLimbs(0, 0, q1, tooHigh ? q0 - 1 : q0);
    }

    private static long carry(long a, long b) {
        return Long.compareUnsigned(a, b) < 0 ? 1 : 0;
    }

    /** What {@code minuend − q · d} borrows from the limb above. */
    static long high(long q, long d, long minuend) {
        return Math.unsignedMultiplyHigh(q, d) + (Long.compareUnsigned(minuend, q * d) < 0 ? 1 : 0);
    }

    static long join(long high, long low, int shift) {
        return (high << shift) | carried(low, shift);
    }

    /** The top {@code shift} bits, 0…63. */
    static long carried(long limb, int shift) {
        return limb >>> 1 >>> (63 - shift);
    }
}
