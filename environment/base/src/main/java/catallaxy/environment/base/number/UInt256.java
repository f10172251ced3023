package catallaxy.environment.base.number;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Unsigned integer of 256 bits: the number of the Ethereum virtual machine.
 * {@code …Exact} operations throw {@link ArithmeticException} where the result does not fit, as checked contract
 * arithmetic reverts; {@code …Wrapping} ones keep the result modulo 2^256. Division rounds towards zero. Immutable and
 * safe for any thread. The algorithms of its arithmetic stand together in this file.
 */
public final class UInt256 implements Comparable<UInt256> {
    public static final UInt256 ZERO = new UInt256(0, 0, 0, 0);
    public static final UInt256 ONE = new UInt256(0, 0, 0, 1);
    public static final UInt256 MAX = new UInt256(-1, -1, -1, -1);

    /** Limbs of 64 bits; {@code w0} is the least significant. */
    private final long w3;

    private final long w2;
    private final long w1;
    private final long w0;

    private UInt256(long w3, long w2, long w1, long w0) {
        this.w3 = w3;
        this.w2 = w2;
        this.w1 = w1;
        this.w0 = w0;
    }

    /**
     * The number {@code value}.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public static UInt256 of(long value) {
        if (value < 0) {
            throw new IllegalArgumentException("negative: " + value);
        }
        return new UInt256(0, 0, 0, value);
    }

    /**
     * The number {@code value}.
     *
     * @throws IllegalArgumentException if it is negative or above 2^256 − 1
     */
    public static UInt256 of(BigInteger value) {
        if (value.signum() < 0 || value.bitLength() > 256) {
            throw new IllegalArgumentException("not in 0…2^256−1: " + value);
        }
        return new UInt256(
                value.shiftRight(192).longValue(),
                value.shiftRight(128).longValue(),
                value.shiftRight(64).longValue(),
                value.longValue());
    }

    /** The number of four 64-bit limbs read as unsigned, most significant first. */
    public static UInt256 ofLimbs(long limb3, long limb2, long limb1, long limb0) {
        return new UInt256(limb3, limb2, limb1, limb0);
    }

    /** 2^{@code exponent}, for an exponent in 0…255. */
    public static UInt256 powerOfTwo(int exponent) {
        if (exponent < 0 || exponent > 255) {
            throw new IllegalArgumentException("exponent " + exponent + " is not in 0…255");
        }
        return ONE.shiftLeft(exponent);
    }

    /**
     * The number written as decimal digits 0–9, nothing else.
     *
     * @throws NumberFormatException if there is another character, no digit, or the value is above 2^256 − 1
     */
    public static UInt256 parse(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                throw new NumberFormatException("not a decimal number: \"" + digits + "\"");
            }
        }
        if (digits.isEmpty()) {
            throw new NumberFormatException("empty number");
        }
        return digits.length() < 19 ? of(Long.parseLong(digits)) : parseLong(digits);
    }

    private static UInt256 parseLong(String digits) {
        BigInteger value = digits.length() > 100 ? null : new BigInteger(digits);
        if (value == null || value.bitLength() > 256) {
            throw new NumberFormatException("above 2^256−1: \"" + digits + "\"");
        }
        return of(value);
    }

    /** Limb {@code index}, 0 (least significant) to 3, as 64 unsigned bits. */
    public long limb(int index) {
        return switch (index) {
            case 0 -> w0;
            case 1 -> w1;
            case 2 -> w2;
            case 3 -> w3;
            default -> throw new IllegalArgumentException("limb " + index + " is not in 0…3");
        };
    }

    /** {@code this + other}, which must fit. */
    public UInt256 plusExact(UInt256 other) {
        UInt256 sum = plusWrapping(other);
        if (sum.isLessThan(other)) {
            throw overflow(this, "+", other);
        }
        return sum;
    }

    /** {@code this + other} modulo 2^256. */
    public UInt256 plusWrapping(UInt256 other) {
        long r0 = w0 + other.w0;
        long c0 = carry(r0, w0);
        long r1 = w1 + other.w1 + c0;
        long c1 = carryOut(w1, other.w1, r1);
        long r2 = w2 + other.w2 + c1;
        long c2 = carryOut(w2, other.w2, r2);
        return new UInt256(w3 + other.w3 + c2, r2, r1, r0);
    }

    /** {@code this − other}, which must not be negative. */
    public UInt256 minusExact(UInt256 other) {
        if (isLessThan(other)) {
            throw overflow(this, "−", other);
        }
        return minusWrapping(other);
    }

    /** {@code this − other} modulo 2^256. */
    public UInt256 minusWrapping(UInt256 other) {
        long r0 = w0 - other.w0;
        long b0 = carry(w0, other.w0);
        long r1 = w1 - other.w1 - b0;
        long b1 = carryOut(other.w1, r1, w1);
        long r2 = w2 - other.w2 - b1;
        long b2 = carryOut(other.w2, r2, w2);
        return new UInt256(w3 - other.w3 - b2, r2, r1, r0);
    }

    /** {@code this · other}, which must fit. */
    public UInt256 timesExact(UInt256 other) {
        if (other.fits64()) {
            return timesLimb(other.w0);
        }
        return fits128() && other.fits128() ? product128(other) : timesChecked(other);
    }

    private UInt256 timesLimb(long factor) {
        long r1 = w1 * factor;
        long r2 = w2 * factor;
        long r3 = w3 * factor;
        long c1 = Math.unsignedMultiplyHigh(w0, factor);
        long s1 = r1 + c1;
        long c2 = Math.unsignedMultiplyHigh(w1, factor) + carry(s1, c1);
        long s2 = r2 + c2;
        long c3 = Math.unsignedMultiplyHigh(w2, factor) + carry(s2, c2);
        long s3 = r3 + c3;
        if ((Math.unsignedMultiplyHigh(w3, factor) | carry(s3, c3)) != 0) {
            throw overflow(this, "·", new UInt256(0, 0, 0, factor));
        }
        return new UInt256(s3, s2, s1, w0 * factor);
    }

    private UInt256 timesChecked(UInt256 other) {
        long[] product = Limbs.product(array(), other.array());
        if (!Limbs.fits(product, 4)) {
            throw overflow(this, "·", other);
        }
        return ofArray(product);
    }

    /** {@code this · other} modulo 2^256. */
    public UInt256 timesWrapping(UInt256 other) {
        return fits128() && other.fits128() ? product128(other) : lowProduct(other);
    }

    /** The product without what is above 256 bits: that of the low halves, and the low halves of the crossed ones above it. */
    private UInt256 lowProduct(UInt256 other) {
        UInt256 low = new UInt256(0, 0, w1, w0).product128(new UInt256(0, 0, other.w1, other.w0));
        long c2 = w2 * other.w0;
        long d2 = w0 * other.w2;
        long c3 = w3 * other.w0 + Math.unsignedMultiplyHigh(w2, other.w0) + w2 * other.w1;
        long d3 = w0 * other.w3 + Math.unsignedMultiplyHigh(w0, other.w2) + w1 * other.w2;
        long s2 = low.w2 + c2;
        long t2 = s2 + d2;
        return new UInt256(low.w3 + c3 + d3 + carry(s2, c2) + carry(t2, d2), t2, low.w1, low.w0);
    }

    /** Whether {@code this · other} is above 2^256 − 1. */
    public boolean timesOverflows(UInt256 other) {
        return bitLength() + other.bitLength() > 256 && !Limbs.fits(Limbs.product(array(), other.array()), 4);
    }

    /** Whether {@code this + other} is above 2^256 − 1. */
    public boolean plusOverflows(UInt256 other) {
        return plusWrapping(other).isLessThan(other);
    }

    /** {@code this · other} of numbers below 2^128. */
    UInt256 product128(UInt256 other) {
        long r0 = w0 * other.w0;
        long middle = w1 * other.w0;
        long partial = Math.unsignedMultiplyHigh(w0, other.w0) + middle;
        long carry = carry(partial, middle);
        long cross = w0 * other.w1;
        long r1 = partial + cross;
        carry += carry(r1, cross);
        long high0 = Math.unsignedMultiplyHigh(w1, other.w0);
        long high1 = Math.unsignedMultiplyHigh(w0, other.w1);
        long sum = high0 + high1;
        long top = carry(sum, high0);
        long square = w1 * other.w1;
        long partial2 = sum + square;
        top += carry(partial2, square);
        long r2 = partial2 + carry;
        top += carry(r2, carry);
        return new UInt256(Math.unsignedMultiplyHigh(w1, other.w1) + top, r2, r1, r0);
    }

    /** {@code floor(this / divisor)}; a zero divisor throws. */
    public UInt256 dividedBy(UInt256 divisor) {
        if (divisor.w3 != 0) {
            return isLessThan(divisor)
                    ? ZERO
                    : ofArray(Limbs.divide(array(), divisor.array()).quotient());
        }
        if (divisor.w2 != 0) {
            return ShortDivision.byThreeLimbs(w3, w2, w1, w0, divisor.w2, divisor.w1, divisor.w0);
        }
        return quotient(w3, w2, w1, w0, divisor.w1, divisor.w0);
    }

    /** {@code floor((n3, n2, n1, n0) / (d1, d0))}, limbs most significant first; a zero divisor throws. */
    public static UInt256 quotient(long n3, long n2, long n1, long n0, long d1, long d0) {
        if (d1 != 0) {
            return ShortDivision.byTwoLimbs(n3, n2, n1, n0, d1, d0);
        }
        if (d0 == 0) {
            throw new ArithmeticException("division by zero");
        }
        return (n3 | n2 | n1) == 0
                ? new UInt256(0, 0, 0, Long.divideUnsigned(n0, d0))
                : ShortDivision.byOneLimb(n3, n2, n1, n0, d0);
    }

    /** {@code this mod divisor}; a zero divisor throws. */
    public UInt256 remainder(UInt256 divisor) {
        return minusWrapping(dividedBy(divisor).timesWrapping(divisor));
    }

    /**
     * {@code floor(this · factor / divisor)} with the product kept in 512 bits.
     *
     * @throws ArithmeticException if the divisor is zero or the quotient does not fit
     */
    public UInt256 mulDivFloor(UInt256 factor, UInt256 divisor) {
        if (bitLength() + factor.bitLength() <= 256) {
            return timesWrapping(factor).dividedBy(divisor);
        }
        return narrow(wideDivision(factor, divisor), factor, divisor);
    }

    /** {@code ceil(this · factor / divisor)}, otherwise as {@link #mulDivFloor}. */
    public UInt256 mulDivCeil(UInt256 factor, UInt256 divisor) {
        if (bitLength() + factor.bitLength() <= 255 && divisor.w3 >= 0 && !divisor.isZero()) {
            return timesWrapping(factor)
                    .plusWrapping(divisor.minusWrapping(ONE))
                    .dividedBy(divisor);
        }
        Limbs.Division division = wideDivision(factor, divisor);
        UInt256 floor = narrow(division, factor, divisor);
        return Limbs.fits(division.remainder(), 0) ? floor : floor.plusExact(ONE);
    }

    private Limbs.Division wideDivision(UInt256 factor, UInt256 divisor) {
        return Limbs.divide(Limbs.product(array(), factor.array()), divisor.array());
    }

    private UInt256 narrow(Limbs.Division division, UInt256 factor, UInt256 divisor) {
        if (!Limbs.fits(division.quotient(), 4)) {
            throw new ArithmeticException(this + " · " + factor + " / " + divisor + " is above 2^256−1");
        }
        return ofArray(division.quotient());
    }

    /** {@code floor(√this)}. */
    public UInt256 sqrt() {
        if (isZero()) {
            return ZERO;
        }
        UInt256 estimate = sqrtAbove();
        UInt256 next = estimate.plusWrapping(dividedBy(estimate)).shiftRight(1);
        while (next.isLessThan(estimate)) {
            estimate = next;
            next = estimate.plusWrapping(dividedBy(estimate)).shiftRight(1);
        }
        return estimate;
    }

    /** A number not below the root, from which Newton's iteration descends to its floor. */
    private UInt256 sqrtAbove() {
        int shift = (256 - bitLength()) & ~1;
        double top = unsigned(shiftLeft(shift).w3);
        UInt256 root = of((long) StrictMath.sqrt(top) + 2);
        int back = 96 - shift / 2;
        return back >= 0 ? root.shiftLeft(back) : root.shiftRight(-back).plusWrapping(ONE);
    }

    /** {@code this · 2^bits} modulo 2^256. */
    public UInt256 shiftLeft(int bits) {
        requireShift(bits);
        if (bits >= 256) {
            return ZERO;
        }
        int n = bits & 63;
        UInt256 r = new UInt256(join(w3, w2, n), join(w2, w1, n), join(w1, w0, n), w0 << n);
        return switch (bits >>> 6) {
            case 0 -> r;
            case 1 -> new UInt256(r.w2, r.w1, r.w0, 0);
            case 2 -> new UInt256(r.w1, r.w0, 0, 0);
            default -> new UInt256(r.w0, 0, 0, 0);
        };
    }

    /** {@code floor(this / 2^bits)}. */
    public UInt256 shiftRight(int bits) {
        requireShift(bits);
        if (bits >= 256) {
            return ZERO;
        }
        UInt256 r = switch (bits >>> 6) {
            case 0 -> this;
            case 1 -> new UInt256(0, w3, w2, w1);
            case 2 -> new UInt256(0, 0, w3, w2);
            default -> new UInt256(0, 0, 0, w3);
        };
        int n = bits & 63;
        return n == 0
                ? r
                : new UInt256(r.w3 >>> n, join(r.w3, r.w2, 64 - n), join(r.w2, r.w1, 64 - n), join(r.w1, r.w0, 64 - n));
    }

    private static long join(long high, long low, int left) {
        return left == 0 ? high : (high << left) | (low >>> (64 - left));
    }

    private static void requireShift(int bits) {
        if (bits < 0) {
            throw new IllegalArgumentException("negative shift: " + bits);
        }
    }

    /** Bits needed to write the number; 0 for zero. */
    public int bitLength() {
        if (w3 != 0) {
            return 256 - Long.numberOfLeadingZeros(w3);
        }
        if (w2 != 0) {
            return 192 - Long.numberOfLeadingZeros(w2);
        }
        return w1 != 0 ? 128 - Long.numberOfLeadingZeros(w1) : 64 - Long.numberOfLeadingZeros(w0);
    }

    /** Whether all 256 bits are 0. */
    public boolean isZero() {
        return (w3 | w2 | w1 | w0) == 0;
    }

    private boolean fits64() {
        return (w3 | w2 | w1) == 0;
    }

    private boolean fits128() {
        return (w3 | w2) == 0;
    }

    /** Whether {@code this < other}, both unsigned. */
    public boolean isLessThan(UInt256 other) {
        if (w3 != other.w3) {
            return Long.compareUnsigned(w3, other.w3) < 0;
        }
        if (w2 != other.w2) {
            return Long.compareUnsigned(w2, other.w2) < 0;
        }
        return w1 != other.w1 ? Long.compareUnsigned(w1, other.w1) < 0 : Long.compareUnsigned(w0, other.w0) < 0;
    }

    /** Whether {@code this ≥ other}, both unsigned. */
    public boolean isAtLeast(UInt256 other) {
        return !isLessThan(other);
    }

    /** The smaller of the two numbers; this one where they are equal. */
    public UInt256 min(UInt256 other) {
        return other.isLessThan(this) ? other : this;
    }

    /** The larger of the two numbers; this one where they are equal. */
    public UInt256 max(UInt256 other) {
        return isLessThan(other) ? other : this;
    }

    @Override
    public int compareTo(UInt256 other) {
        return isLessThan(other) ? -1 : equals(other) ? 0 : 1;
    }

    /** The same number, 0 to 2^256 − 1, without rounding. */
    public BigInteger toBigInteger() {
        byte[] bytes = new byte[32];
        for (int i = 0; i < 32; i++) {
            bytes[31 - i] = (byte) (limb(i >>> 3) >>> (8 * (i & 7)));
        }
        return new BigInteger(1, bytes);
    }

    /** The number as a {@code double}, within one unit in the last place. */
    public double doubleValue() {
        int excess = Math.max(0, bitLength() - 64);
        return Math.scalb(unsigned(shiftRight(excess).w0), excess);
    }

    private static double unsigned(long bits) {
        return bits >= 0 ? bits : ((bits >>> 1) | (bits & 1)) * 2.0;
    }

    /**
     * The number as a {@code long}.
     *
     * @throws ArithmeticException if it is above 2^63 − 1
     */
    public long longValueExact() {
        if (!fits64() || w0 < 0) {
            throw new ArithmeticException(this + " does not fit a long");
        }
        return w0;
    }

    /** Writes the limbs, least significant first. */
    public void save(StateWriter out) {
        out.int64(w0).int64(w1).int64(w2).int64(w3);
    }

    /** Reads the four limbs that {@link #save} wrote; any 256 bits are a number. */
    public static UInt256 load(StateReader in) {
        long low = in.int64();
        long second = in.int64();
        long third = in.int64();
        return new UInt256(in.int64(), third, second, low);
    }

    private long[] array() {
        return new long[] {w0, w1, w2, w3};
    }

    private static UInt256 ofArray(long[] limbs) {
        return new UInt256(limbs[3], limbs[2], limbs[1], limbs[0]);
    }

    private static long carry(long a, long b) {
        return Long.compareUnsigned(a, b) < 0 ? 1 : 0;
    }

    /** The bit that {@code a + b (+ 1)} carried out of 64, given the sum's low limb. */
    private static long carryOut(long a, long b, long sum) {
        return ((a & b) | ((a | b) & ~sum)) >>> 63;
    }

    private static ArithmeticException overflow(UInt256 a, String operator, UInt256 b) {
        return new ArithmeticException(a + " " + operator + " " + b + " is not in 0…2^256−1");
    }

    /** Decimal digits. */
    @Override
    public String toString() {
        return fits64() && w0 >= 0 ? Long.toString(w0) : toBigInteger().toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UInt256 that && w0 == that.w0 && w1 == that.w1 && w2 == that.w2 && w3 == that.w3;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(w0 * 31 + w1) * 31 + Long.hashCode(w2 * 31 + w3);
    }
}
