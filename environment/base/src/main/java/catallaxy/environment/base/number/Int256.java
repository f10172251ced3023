package catallaxy.environment.base.number;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Signed integer of 256 bits in two's complement: {@code int256} of the Ethereum virtual machine, −2^255 to 2^255 − 1.
 * {@code …Exact} operations throw {@link ArithmeticException} where the result does not fit, as checked contract
 * arithmetic reverts; {@code …Wrapping} ones keep the low 256 bits. Division and remainder round towards zero, a shift to
 * the right towards −∞. Immutable and safe for any thread.
 */
public final class Int256 implements Comparable<Int256> {
    public static final Int256 ZERO = new Int256(UInt256.ZERO);
    public static final Int256 ONE = new Int256(UInt256.ONE);
    public static final Int256 MIN = new Int256(UInt256.powerOfTwo(255));
    public static final Int256 MAX = new Int256(UInt256.MAX.shiftRight(1));

    private final UInt256 bits;

    private Int256(UInt256 bits) {
        this.bits = bits;
    }

    /** The number {@code value}. */
    public static Int256 of(long value) {
        long sign = value >> 63;
        return new Int256(UInt256.ofLimbs(sign, sign, sign, value));
    }

    /**
     * The number {@code value}, with its sign kept.
     *
     * @throws ArithmeticException if it is above 2^255 − 1
     */
    public static Int256 of(UInt256 value) {
        if (value.limb(3) < 0) {
            throw outOfRange(value.toString());
        }
        return new Int256(value);
    }

    /**
     * The number {@code value}.
     *
     * @throws ArithmeticException if it is not in −2^255…2^255 − 1
     */
    public static Int256 of(BigInteger value) {
        if (value.bitLength() > 255) {
            throw outOfRange(value.toString());
        }
        return ofMagnitude(value.signum() < 0, UInt256.of(value.abs()));
    }

    /** The number whose 256 bits in two's complement are {@code bits}: {@code int256(uint256)}, which never reverts. */
    public static Int256 ofBits(UInt256 bits) {
        return new Int256(bits);
    }

    /**
     * The number of a sign and a magnitude; zero has no sign.
     *
     * @throws ArithmeticException if it is not in −2^255…2^255 − 1
     */
    public static Int256 ofMagnitude(boolean negative, UInt256 magnitude) {
        Int256 value = new Int256(negative ? UInt256.ZERO.minusWrapping(magnitude) : magnitude);
        if (!magnitude.isZero() && value.isNegative() != negative) {
            throw outOfRange((negative ? "-" : "") + magnitude);
        }
        return value;
    }

    /**
     * The number written as decimal digits 0–9, with a minus before them if it is negative.
     *
     * @throws NumberFormatException if there is another character, no digit, or the value is not in −2^255…2^255 − 1
     */
    public static Int256 parse(String text) {
        boolean negative = text.startsWith("-");
        UInt256 magnitude = UInt256.parse(negative ? text.substring(1) : text);
        try {
            return ofMagnitude(negative, magnitude);
        } catch (ArithmeticException e) {
            NumberFormatException refused = new NumberFormatException(e.getMessage());
            refused.initCause(e);
            throw refused;
        }
    }

    /** The 256 bits in two's complement: {@code uint256(int256)}, which never reverts. */
    public UInt256 bits() {
        return bits;
    }

    /** The absolute value; 2^255 for {@link #MIN}. */
    public UInt256 magnitude() {
        return isNegative() ? UInt256.ZERO.minusWrapping(bits) : bits;
    }

    /**
     * The same number without a sign.
     *
     * @throws ArithmeticException if it is negative
     */
    public UInt256 toUnsignedExact() {
        if (isNegative()) {
            throw new ArithmeticException(this + " is negative");
        }
        return bits;
    }

    /** {@code this + other}, which must fit. */
    public Int256 plusExact(Int256 other) {
        Int256 sum = plusWrapping(other);
        if (isNegative() == other.isNegative() && sum.isNegative() != isNegative()) {
            throw overflow("+", other);
        }
        return sum;
    }

    /** {@code this + other}, the low 256 bits. */
    public Int256 plusWrapping(Int256 other) {
        return new Int256(bits.plusWrapping(other.bits));
    }

    /** {@code this − other}, which must fit. */
    public Int256 minusExact(Int256 other) {
        Int256 difference = minusWrapping(other);
        if (isNegative() != other.isNegative() && difference.isNegative() != isNegative()) {
            throw overflow("−", other);
        }
        return difference;
    }

    /** {@code this − other}, the low 256 bits. */
    public Int256 minusWrapping(Int256 other) {
        return new Int256(bits.minusWrapping(other.bits));
    }

    /** {@code this · other}, which must fit. */
    public Int256 timesExact(Int256 other) {
        UInt256 left = magnitude();
        UInt256 right = other.magnitude();
        Int256 product = timesWrapping(other);
        boolean negative = isNegative() != other.isNegative();
        if (left.timesOverflows(right) || (!product.isZero() && product.isNegative() != negative)) {
            throw overflow("·", other);
        }
        return product;
    }

    /** {@code this · other}, the low 256 bits. */
    public Int256 timesWrapping(Int256 other) {
        UInt256 product = magnitude().timesWrapping(other.magnitude());
        return new Int256(isNegative() == other.isNegative() ? product : UInt256.ZERO.minusWrapping(product));
    }

    /**
     * {@code this / divisor} rounded towards zero, as {@code SDIV}.
     *
     * @throws ArithmeticException if the divisor is zero, or for {@link #MIN} by −1, which does not fit
     */
    public Int256 dividedBy(Int256 divisor) {
        UInt256 quotient = magnitude().dividedBy(divisor.magnitude());
        boolean negative = isNegative() != divisor.isNegative();
        if (!negative && quotient.limb(3) < 0) {
            throw overflow("/", divisor);
        }
        return new Int256(negative ? UInt256.ZERO.minusWrapping(quotient) : quotient);
    }

    /** {@code this − divisor · (this / divisor)}, with the sign of this, as {@code SMOD}; a zero divisor throws. */
    public Int256 remainder(Int256 divisor) {
        UInt256 rest = magnitude().remainder(divisor.magnitude());
        return new Int256(isNegative() ? UInt256.ZERO.minusWrapping(rest) : rest);
    }

    /** {@code −this}, which must fit: only {@link #MIN} does not. */
    public Int256 negatedExact() {
        return ZERO.minusExact(this);
    }

    /** {@code −this}, the low 256 bits: {@link #MIN} is its own. */
    public Int256 negatedWrapping() {
        return ZERO.minusWrapping(this);
    }

    /** {@code this · 2^count}, the low 256 bits; {@code count} is not negative. */
    public Int256 shiftLeft(int count) {
        return new Int256(bits.shiftLeft(count));
    }

    /** {@code floor(this / 2^count)}, the sign kept, as {@code SAR}; {@code count} is not negative. */
    public Int256 shiftRight(int count) {
        return new Int256(isNegative() ? inverted(inverted(bits).shiftRight(count)) : bits.shiftRight(count));
    }

    private static UInt256 inverted(UInt256 bits) {
        return UInt256.MAX.minusWrapping(bits);
    }

    /** −1, 0 or 1. */
    public int signum() {
        return isNegative() ? -1 : bits.isZero() ? 0 : 1;
    }

    /** Whether it is below zero. */
    public boolean isNegative() {
        return bits.limb(3) < 0;
    }

    /** Whether it is zero. */
    public boolean isZero() {
        return bits.isZero();
    }

    /** Whether {@code this < other}. */
    public boolean isLessThan(Int256 other) {
        return isNegative() == other.isNegative() ? bits.isLessThan(other.bits) : isNegative();
    }

    /** Whether it is in −2^(width − 1)…2^(width − 1) − 1, a signed number of {@code width} bits, 1 to 256. */
    public boolean fits(int width) {
        if (width < 1 || width > 256) {
            throw new IllegalArgumentException("width " + width + " is not in 1…256");
        }
        return (isNegative() ? inverted(bits) : bits).bitLength() < width;
    }

    /** The smaller of the two numbers. */
    public Int256 min(Int256 other) {
        return other.isLessThan(this) ? other : this;
    }

    /** The larger of the two numbers. */
    public Int256 max(Int256 other) {
        return isLessThan(other) ? other : this;
    }

    @Override
    public int compareTo(Int256 other) {
        return isLessThan(other) ? -1 : equals(other) ? 0 : 1;
    }

    /**
     * The number as a {@code long}.
     *
     * @throws ArithmeticException if it is not in −2^63…2^63 − 1
     */
    public long longValueExact() {
        if (!fits(64)) {
            throw new ArithmeticException(this + " does not fit a long");
        }
        return bits.limb(0);
    }

    /** The number as a {@code double}, within one unit in the last place. */
    public double doubleValue() {
        double size = magnitude().doubleValue();
        return isNegative() ? -size : size;
    }

    /** The same number, without rounding. */
    public BigInteger toBigInteger() {
        BigInteger size = magnitude().toBigInteger();
        return isNegative() ? size.negate() : size;
    }

    /** Writes the limbs of the two's complement, least significant first. */
    public void save(StateWriter out) {
        bits.save(out);
    }

    /** Reads what {@link #save} wrote; any 256 bits are a number. */
    public static Int256 load(StateReader in) {
        return new Int256(UInt256.load(in));
    }

    private ArithmeticException overflow(String operator, Int256 other) {
        return outOfRange(this + " " + operator + " " + other);
    }

    private static ArithmeticException outOfRange(String what) {
        return new ArithmeticException(what + " is not in −2^255…2^255−1");
    }

    /** Decimal digits, with a minus before them if it is negative. */
    @Override
    public String toString() {
        return isNegative() ? "-" + magnitude() : bits.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Int256 that && bits.equals(that.bits);
    }

    @Override
    public int hashCode() {
        return bits.hashCode();
    }
}
