package catallaxy.environment.base.number;

import java.math.BigDecimal;

/** Quantities of whole units as base units, of which there are 10<sup>decimals</sup> in one. Pure functions. */
public final class BaseUnits {
    /** Larger quantities are no quantities. */
    private static final double LARGEST = 1e30;

    /** Ten to the power of the index. */
    private static final long[] POWERS = new long[19];

    private static final int FRACTION_BITS = 52;

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = 10 * POWERS[i - 1];
        }
    }

    private BaseUnits() {}

    /** The exact value of {@code whole}, rounded down to base units; 0 if it is negative, above 1e30 or no number. */
    public static UInt256 floor(double whole, int decimals) {
        if (!(whole > 0 && whole <= LARGEST)) {
            return UInt256.ZERO;
        }
        int shift = FRACTION_BITS - Math.getExponent(whole);
        return shift > 0 && decimals < POWERS.length && whole >= Double.MIN_NORMAL
                ? shifted(significand(whole), POWERS[decimals], shift)
                : UInt256.of(new BigDecimal(whole).movePointRight(decimals).toBigInteger());
    }

    /** Of a normal number, an integer of 53 bits. */
    private static long significand(double normal) {
        long one = 1L << FRACTION_BITS;
        return (Double.doubleToRawLongBits(normal) & (one - 1)) | one;
    }

    /** {@code a b / 2^shift}, rounded down, of a product below 2^127. */
    private static UInt256 shifted(long a, long b, int shift) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        if (shift < Long.SIZE) {
            return UInt256.ofLimbs(0, 0, high >>> shift, (high << (Long.SIZE - shift)) | (low >>> shift));
        }
        return shift < 2 * Long.SIZE ? UInt256.ofLimbs(0, 0, 0, high >>> (shift - Long.SIZE)) : UInt256.ZERO;
    }
}
