package catallaxy.environment.base.number;

import java.util.Arrays;

/**
 * Multi-word unsigned division over little-endian 64-bit limbs.
 * Knuth, TAOCP 2, 4.3.1 algorithm D, with the 2-by-1 and 3-by-2 reciprocals of Möller and Granlund,
 * "Improved division by invariant integers", 2011, in place of a hardware 128-by-64 division.
 * A divisor limb called normalised has its top bit set. Pure functions.
 */
final class Limbs {
    private static final char[] RECIPROCALS = reciprocals();

    private Limbs() {}

    private static char[] reciprocals() {
        char[] table = new char[256];
        for (int i = 0; i < 256; i++) {
            table[i] = (char) (((1 << 19) - 3 * (1 << 8)) / (256 + i));
        }
        return table;
    }

    /** {@code floor((2^128 − 1) / divisor) − 2^64} for a normalised divisor (algorithm 2 of the paper). */
    static long reciprocal(long divisor) {
        long odd = divisor & 1;
        long top40 = (divisor >>> 24) + 1;
        long half = (divisor >>> 1) + odd;
        long v0 = RECIPROCALS[(int) (divisor >>> 55) - 256];
        long v1 = (v0 << 11) - ((v0 * v0 * top40) >>> 40) - 1;
        long v2 = (v1 << 13) + ((v1 * ((1L << 60) - v1 * top40)) >>> 47);
        long error = ((v2 >>> 1) & -odd) - v2 * half;
        long v3 = (Math.unsignedMultiplyHigh(v2, error) >>> 1) + (v2 << 31);
        long low = v3 * divisor + divisor;
        long carry = carry(low, divisor);
        return v3 - (Math.unsignedMultiplyHigh(v3, divisor) + carry + divisor);
    }

    /** {@code floor((2^192 − 1) / (high, low)) − 2^64} for a normalised {@code high} (algorithm 6). */
    static long reciprocal(long high, long low) {
        long v = reciprocal(high);
        long p = high * v + low;
        if (Long.compareUnsigned(p, low) < 0) {
            v--;
            if (Long.compareUnsigned(p, high) >= 0) {
                v--;
                p -= high;
            }
            p -= high;
        }
        long product = Math.unsignedMultiplyHigh(v, low);
        p += product;
        if (Long.compareUnsigned(p, product) < 0) {
            v--;
            if (!less(p, v * low + low, high, low)) {
                v--;
            }
        }
        return v;
    }

    /** Whether all limbs from {@code limbs} upwards are zero. */
    static boolean fits(long[] number, int limbs) {
        for (int i = limbs; i < number.length; i++) {
            if (number[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Full product, {@code a.length + b.length} limbs. */
    static long[] product(long[] a, long[] b) {
        long[] product = new long[a.length + b.length];
        for (int i = 0; i < a.length; i++) {
            long carry = 0;
            for (int j = 0; j < b.length; j++) {
                long low = a[i] * b[j] + carry;
                long high = Math.unsignedMultiplyHigh(a[i], b[j]) + carry(low, carry);
                product[i + j] += low;
                carry = high + carry(product[i + j], low);
            }
            product[i + b.length] = carry;
        }
        return product;
    }

    /** A quotient of at least four limbs with its remainder of as many limbs as the divisor. */
    static final class Division {
        private final long[] quotient;
        private final long[] remainder;

        private Division(long[] quotient, long[] remainder) {
            this.quotient = quotient;
            this.remainder = remainder;
        }

        long[] quotient() {
            return quotient;
        }

        long[] remainder() {
            return remainder;
        }
    }

    /**
     * Divides; both arguments stay as they are.
     *
     * @throws ArithmeticException if the divisor is zero
     */
    static Division divide(long[] dividend, long[] divisor) {
        int n = divisor.length;
        while (n > 0 && divisor[n - 1] == 0) {
            n--;
        }
        if (n == 0) {
            throw new ArithmeticException("division by zero");
        }
        return n == 1 ? divideByLimb(dividend, divisor) : divideByLimbs(dividend, divisor, n);
    }

    private static Division divideByLimb(long[] dividend, long[] divisor) {
        int shift = Long.numberOfLeadingZeros(divisor[0]);
        long d = divisor[0] << shift;
        long v = reciprocal(d);
        long[] u = shiftedLeft(dividend, shift);
        long[] quotient = new long[dividend.length];
        long remainder = u[dividend.length];
        for (int i = dividend.length - 1; i >= 0; i--) {
            quotient[i] = divideTwo(remainder, u[i], d, v);
            remainder = u[i] - quotient[i] * d;
        }
        long[] rest = new long[divisor.length];
        rest[0] = remainder >>> shift;
        return new Division(quotient, rest);
    }

    private static Division divideByLimbs(long[] dividend, long[] divisor, int n) {
        int shift = Long.numberOfLeadingZeros(divisor[n - 1]);
        long[] d = Arrays.copyOf(shiftedLeft(divisor, shift), n);
        long[] u = shiftedLeft(dividend, shift);
        long[] quotient = new long[Math.max(4, u.length - n)];
        long v = reciprocal(d[n - 1], d[n - 2]);
        for (int j = u.length - n - 1; j >= 0; j--) {
            long q = divideThree(u[j + n], u[j + n - 1], u[j + n - 2], d[n - 1], d[n - 2], v);
            long top = u[j + n];
            long borrow = subtractProduct(u, j, d, q);
            u[j + n] = top - borrow;
            if (Long.compareUnsigned(top, borrow) < 0) {
                q--;
                u[j + n] += add(u, j, d);
            }
            quotient[j] = q;
        }
        return new Division(quotient, shiftedRight(u, shift, n, divisor.length));
    }

    private static long[] shiftedLeft(long[] limbs, int shift) {
        long[] shifted = new long[limbs.length + 1];
        for (int i = 0; i < limbs.length; i++) {
            shifted[i] |= limbs[i] << shift;
            shifted[i + 1] = shift == 0 ? 0 : limbs[i] >>> (64 - shift);
        }
        return shifted;
    }

    private static long[] shiftedRight(long[] limbs, int shift, int used, int length) {
        long[] shifted = new long[length];
        for (int i = 0; i < used; i++) {
            long above = shift == 0 || i + 1 == used ? 0 : limbs[i + 1] << (64 - shift);
            shifted[i] = (limbs[i] >>> shift) | above;
        }
        return shifted;
    }

    /** Quotient of two limbs by a normalised one with its reciprocal; {@code u1 < d} (algorithm 4). */
    static long divideTwo(long u1, long u0, long d, long v) {
        long low = v * u1 + u0;
        long q = Math.unsignedMultiplyHigh(v, u1) + u1 + carry(low, u0) + 1;
        long r = u0 - q * d;
        if (Long.compareUnsigned(r, low) > 0) {
            q--;
            r += d;
        }
        return Long.compareUnsigned(r, d) >= 0 ? q + 1 : q;
    }

    /** Quotient of three limbs by two (algorithm 5), or all ones where it would not fit a limb. */
    static long divideThree(long u2, long u1, long u0, long d1, long d0, long v) {
        if (!less(u2, u1, d1, d0)) {
            return -1L;
        }
        long low = v * u2 + u1;
        long q = Math.unsignedMultiplyHigh(v, u2) + u2 + carry(low, u1);
        long t0 = d0 * q;
        long r0 = u0 - t0;
        long r1 = u1 - q * d1 - Math.unsignedMultiplyHigh(d0, q) - carry(u0, t0);
        r1 -= d1 + carry(r0, d0);
        r0 -= d0;
        q++;
        if (Long.compareUnsigned(r1, low) >= 0) {
            q--;
            r0 += d0;
            r1 += d1 + carry(r0, d0);
        }
        return less(r1, r0, d1, d0) ? q : q + 1;
    }

    private static long subtractProduct(long[] u, int at, long[] d, long q) {
        long borrow = 0;
        for (int i = 0; i < d.length; i++) {
            long low = q * d[i] + borrow;
            long high = Math.unsignedMultiplyHigh(q, d[i]) + carry(low, borrow);
            long before = u[at + i];
            u[at + i] = before - low;
            borrow = high + carry(before, low);
        }
        return borrow;
    }

    private static long add(long[] u, int at, long[] d) {
        long carry = 0;
        for (int i = 0; i < d.length; i++) {
            long sum = u[at + i] + d[i];
            long first = carry(sum, d[i]);
            u[at + i] = sum + carry;
            carry = first + (Long.compareUnsigned(u[at + i], carry) < 0 ? 1 : 0);
        }
        return carry;
    }

    private static long carry(long a, long b) {
        return Long.compareUnsigned(a, b) < 0 ? 1 : 0;
    }

    static boolean less(long a1, long a0, long b1, long b0) {
        return a1 == b1 ? Long.compareUnsigned(a0, b0) < 0 : Long.compareUnsigned(a1, b1) < 0;
    }
}
