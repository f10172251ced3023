package catallaxy.environment.base.number;

/**
 * A divisor of at most 128 bits that is divided by more than once: what its reciprocal costs is paid when it is made.
 * The same algorithm as {@link UInt256#dividedBy}. Immutable and safe for any thread.
 */
public final class PreparedDivisor {
    private final boolean isShort;
    private final int shift;
    private final long d1;
    private final long d0;
    private final long reciprocal;

    private PreparedDivisor(long high, long low) {
        isShort = high == 0;
        shift = Long.numberOfLeadingZeros(isShort ? low : high);
        d1 = isShort ? low << shift : ShortDivision.join(high, low, shift);
        d0 = isShort ? 0 : low << shift;
        reciprocal = isShort ? Limbs.reciprocal(d1) : Limbs.reciprocal(d1, d0);
    }

    /**
     * Prepares a divisor.
     *
     * @throws IllegalArgumentException if it is zero or has more than 128 bits
     */
    public static PreparedDivisor of(UInt256 divisor) {
        if (divisor.isZero() || divisor.bitLength() > 128) {
            throw new IllegalArgumentException("a divisor of " + divisor.bitLength() + " bits: " + divisor);
        }
        return new PreparedDivisor(divisor.limb(1), divisor.limb(0));
    }

    /**
     * {@code floor(a · b / divisor)}.
     *
     * @param a below 2^128
     * @param b below 2^128
     * @throws ArithmeticException if the quotient is not below 2^128
     */
    public UInt256 timesOver(UInt256 a, UInt256 b) {
        return quotient(a.product128(b));
    }

    /**
     * {@code floor(number / divisor)}.
     *
     * @throws ArithmeticException if the quotient is not below 2^128
     */
    public UInt256 quotient(UInt256 number) {
        long n2 = number.limb(2);
        long n1 = number.limb(1);
        long n0 = number.limb(0);
        long u3 = ShortDivision.join(number.limb(3), n2, shift);
        long u2 = ShortDivision.join(n2, n1, shift);
        long u1 = ShortDivision.join(n1, n0, shift);
        long u0 = n0 << shift;
        long top = ShortDivision.carried(number.limb(3), shift);
        boolean fits = top == 0 && (isShort ? u3 == 0 && less(u2, d1) : Limbs.less(u3, u2, d1, d0));
        if (!fits) {
            throw new ArithmeticException(number + " over the divisor is above 2^128−1");
        }
        return isShort ? byOneLimb(u2, u1, u0) : byTwoLimbs(u3, u2, u1, u0);
    }

    private UInt256 byOneLimb(long u2, long u1, long u0) {
        long q1 = (u2 | u1) == 0 ? 0 : Limbs.divideTwo(u2, u1, d1, reciprocal);
        return UInt256.ofLimbs(0, 0, q1, Limbs.divideTwo(u1 - q1 * d1, u0, d1, reciprocal));
    }

    private UInt256 byTwoLimbs(long u3, long u2, long u1, long u0) {
        long q1 = Limbs.divideThree(u3, u2, u1, d1, d0, reciprocal);
        long s1 = u2 - q1 * d1 - ShortDivision.high(q1, d0, u1);
        long s0 = u1 - q1 * d0;
        return UInt256.ofLimbs(0, 0, q1, Limbs.divideThree(s1, s0, u0, d1, d0, reciprocal));
    }

    private static boolean less(long a, long b) {
        return Long.compareUnsigned(a, b) < 0;
    }
}
