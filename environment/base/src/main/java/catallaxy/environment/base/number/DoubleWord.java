package catallaxy.environment.base.number;

/**
 * A number kept as the unevaluated sum of two doubles, {@code |low| ≤ ulp(high) / 2}: some 106 bits, for computing what an integer's
 * floor will be without dividing integers. Errors are relative, in units of u² = 2^−106, for results far from overflow and underflow. The
 * algorithms and their bounds are those of Joldes, Muller and Popescu 2017, "Tight and rigorous error bounds for basic building blocks of
 * double-word arithmetic", https://doi.org/10.1145/3121432, and, of the root, Lefèvre et al. 2023, https://doi.org/10.1145/3568672.
 * The same on every machine, as fused products are exact. Immutable and safe for any thread.
 *
 * @param high the nearest double
 * @param low  what that lacks
 */
public record DoubleWord(double high, double low) {
    /** Most bits of an integer that is kept exactly. */
    public static final int EXACT_BITS = 104;

    private static final double LIMB = 0x1p64;
    private static final double HALF_LIMB = 0x1p32;
    private static final int MANTISSA = 52;

    /** An integer of at most {@link #EXACT_BITS}, exactly; of more, what its lowest bits say is lost. */
    public static DoubleWord of(UInt256 value) {
        double top = value.limb(1) * LIMB;
        double middle = (value.limb(0) >>> 32) * HALF_LIMB;
        double sum = top + middle;
        return near(sum, (middle - (sum - top)) + (value.limb(0) & 0xFFFF_FFFFL));
    }

    /** The sum of two numbers of which the first is the larger. */
    private static DoubleWord near(double large, double small) {
        double sum = large + small;
        return new DoubleWord(sum, small - (sum - large));
    }

    /** The sum; for numbers of one sign within 3 u². */
    public DoubleWord plus(DoubleWord other) {
        double s = high + other.high;
        double back = s - high;
        double sLow = (high - (s - back)) + (other.high - back);
        double t = low + other.low;
        double tBack = t - low;
        double tLow = (low - (t - tBack)) + (other.low - tBack);
        double c = sLow + t;
        double v = s + c;
        return near(v, tLow + (c - (v - s)));
    }

    /** The product within 5 u². */
    public DoubleWord times(DoubleWord other) {
        double product = high * other.high;
        double lost = StrictMath.fma(high, other.high, -product);
        double crossed = StrictMath.fma(low, other.high, StrictMath.fma(high, other.low, low * other.low));
        return near(product, lost + crossed);
    }

    /** The product with a double within 2 u². */
    public DoubleWord times(double factor) {
        double product = high * factor;
        double lost = StrictMath.fma(high, factor, -product);
        return near(product, StrictMath.fma(low, factor, lost));
    }

    /** The quotient within 15 u². */
    public DoubleWord over(DoubleWord divisor) {
        double quotient = high / divisor.high;
        double product = divisor.high * quotient;
        double lost = StrictMath.fma(divisor.high, quotient, -product);
        double below = StrictMath.fma(divisor.low, quotient, lost);
        double back = product + below;
        double backLow = below - (back - product);
        return near(quotient, ((high - back) + (low - backLow)) / divisor.high);
    }

    /** The square root of a positive number within 4 u². */
    public DoubleWord sqrt() {
        double root = StrictMath.sqrt(high);
        double rest = low + StrictMath.fma(-root, root, high);
        return near(root, rest / (2 * root));
    }

    /** The largest integer not above it, of one between 2^53 and 2^200. */
    public UInt256 floor() {
        int exponent = Math.getExponent(high) - MANTISSA;
        if (exponent < 0 || exponent > 148) {
            throw new ArithmeticException("no floor of " + this);
        }
        long mantissa = (Double.doubleToRawLongBits(high) & ((1L << MANTISSA) - 1)) | 1L << MANTISSA;
        UInt256 whole = UInt256.of(mantissa).shiftLeft(exponent);
        double rest = StrictMath.floor(low);
        return rest < 0 ? whole.minusWrapping(number(-rest)) : whole.plusWrapping(number(rest));
    }

    /** A whole double below 2^148 that is not negative. */
    private static UInt256 number(double whole) {
        if (whole < 0x1p63) {
            return UInt256.of((long) whole);
        }
        int exponent = Math.getExponent(whole) - MANTISSA;
        return UInt256.of((long) Math.scalb(whole, -exponent)).shiftLeft(exponent);
    }

    /** What {@link #floor} leaves, in [0, 1]; exact where {@code low} has bits for it. */
    public double fraction() {
        return low - StrictMath.floor(low);
    }
}
