package catallaxy.environment.market.venue.balancer;

import catallaxy.environment.base.number.Int256;
import catallaxy.environment.base.number.UInt256;

/**
 * Powers, exponentials and natural logarithms of numbers with 18 decimals, as the deployed library computes them: the argument is
 * taken apart into powers {@code e^(2^k)} and a rest, for which a Taylor series has twelve terms (exponential) or six (logarithm; eight,
 * with 36 decimals, between 0.9 and 1.1). All divisions round towards zero, so that signs can be kept apart from magnitudes.
 * Source: {@code LogExpMath.sol} of Balancer's solidity-utils 2.0.0, by F. Martinelli and S. Guiducci.
 */
final class LogExpMath {
    private static final UInt256 ONE_18 = UInt256.of(1_000_000_000_000_000_000L);
    private static final UInt256 ONE_20 = UInt256.parse("100000000000000000000");
    private static final UInt256 ONE_36 = ONE_18.timesExact(ONE_18);
    private static final UInt256 HUNDRED = UInt256.of(100);
    private static final UInt256 MOST_EXPONENT = ONE_18.timesExact(UInt256.of(130));
    private static final UInt256 MOST_NEGATIVE_EXPONENT = ONE_18.timesExact(UInt256.of(41));
    private static final UInt256 NEAR_ONE_LOW = UInt256.of(900_000_000_000_000_000L);
    private static final UInt256 NEAR_ONE_HIGH = UInt256.of(1_100_000_000_000_000_000L);
    private static final UInt256 MILD_EXPONENT = UInt256.powerOfTwo(254).dividedBy(ONE_20);

    /** e^128 and e^64 without decimals. */
    private static final UInt256 E_128 = UInt256.parse("38877084059945950922200000000000000000000000000000000000");

    private static final UInt256 E_64 = UInt256.parse("6235149080811616882910000000");
    private static final UInt256 X_128 = ONE_18.timesExact(UInt256.of(128));
    private static final UInt256 X_64 = ONE_18.timesExact(UInt256.of(64));

    /** e^32, e^16, … e^(1/16), with 20 decimals. */
    private static final UInt256[] POWERS = {
        UInt256.parse("7896296018268069516100000000000000"),
        UInt256.parse("888611052050787263676000000"),
        UInt256.parse("298095798704172827474000"),
        UInt256.parse("5459815003314423907810"),
        UInt256.parse("738905609893065022723"),
        UInt256.parse("271828182845904523536"),
        UInt256.parse("164872127070012814685"),
        UInt256.parse("128402541668774148407"),
        UInt256.parse("113314845306682631683"),
        UInt256.parse("106449445891785942956"),
    };

    /** The exponents of {@link #POWERS}: 32, 16, … 1/16, with 20 decimals. */
    private static final UInt256[] EXPONENTS = exponents();

    /** How many of the powers the exponential takes out; the logarithm takes all. */
    private static final int POWERS_OF_EXP = 8;

    private static final int TERMS_OF_EXP = 12;

    private LogExpMath() {}

    private static UInt256[] exponents() {
        UInt256[] exponents = new UInt256[POWERS.length];
        UInt256 exponent = ONE_20.timesExact(UInt256.of(32));
        for (int i = 0; i < exponents.length; i++) {
            exponents[i] = exponent;
            exponent = exponent.shiftRight(1);
        }
        return exponents;
    }

    /** {@code x^y}; the relative error is below 10^−14. */
    static UInt256 pow(UInt256 x, UInt256 y) {
        if (y.isZero()) {
            return ONE_18;
        }
        if (x.isZero()) {
            return UInt256.ZERO;
        }
        BalancerRevert.unless(x.bitLength() <= 255, BalancerError.X_OUT_OF_BOUNDS);
        BalancerRevert.unless(y.isLessThan(MILD_EXPONENT), BalancerError.Y_OUT_OF_BOUNDS);
        boolean negative = x.isLessThan(ONE_18);
        UInt256 product = nearOne(x)
                ? timesLong(magnitudeNearOne(x), y)
                : magnitude(x).timesExact(y).dividedBy(ONE_18);
        UInt256 most = negative ? MOST_NEGATIVE_EXPONENT : MOST_EXPONENT;
        BalancerRevert.unless(!most.isLessThan(product), BalancerError.PRODUCT_OUT_OF_BOUNDS);
        return exp(negative, product);
    }

    /** A logarithm of 36 decimals times y, without overflow. */
    private static UInt256 timesLong(UInt256 ln36, UInt256 y) {
        UInt256 whole = ln36.dividedBy(ONE_18);
        UInt256 rest = ln36.minusWrapping(whole.timesExact(ONE_18));
        return whole.timesExact(y)
                .plusExact(rest.timesExact(y).dividedBy(ONE_18))
                .dividedBy(ONE_18);
    }

    /** {@code e^x}, x from −41 to 130. */
    static UInt256 exp(Int256 x) {
        UInt256 most = x.isNegative() ? MOST_NEGATIVE_EXPONENT : MOST_EXPONENT;
        BalancerRevert.unless(!most.isLessThan(x.magnitude()), BalancerError.INVALID_EXPONENT);
        return exp(x.isNegative(), x.magnitude());
    }

    private static UInt256 exp(boolean negative, UInt256 magnitude) {
        return negative && !magnitude.isZero() ? ONE_36.dividedBy(exp(magnitude)) : exp(magnitude);
    }

    private static UInt256 exp(UInt256 exponent) {
        UInt256 x = exponent;
        UInt256 first = UInt256.ONE;
        if (x.isAtLeast(X_128)) {
            x = x.minusWrapping(X_128);
            first = E_128;
        } else if (x.isAtLeast(X_64)) {
            x = x.minusWrapping(X_64);
            first = E_64;
        }
        x = x.timesExact(HUNDRED);
        UInt256 product = ONE_20;
        for (int i = 0; i < POWERS_OF_EXP; i++) {
            if (x.isAtLeast(EXPONENTS[i])) {
                x = x.minusWrapping(EXPONENTS[i]);
                product = product.timesExact(POWERS[i]).dividedBy(ONE_20);
            }
        }
        return product.timesExact(taylor(x)).dividedBy(ONE_20).timesExact(first).dividedBy(HUNDRED);
    }

    /** {@code 1 + x + x²/2! + … + x¹²/12!} with 20 decimals. */
    private static UInt256 taylor(UInt256 x) {
        UInt256 term = x;
        UInt256 sum = ONE_20.plusExact(x);
        for (int k = 2; k <= TERMS_OF_EXP; k++) {
            term = term.timesExact(x).dividedBy(ONE_20).dividedBy(UInt256.of(k));
            sum = sum.plusExact(term);
        }
        return sum;
    }

    /** The natural logarithm of a positive number. */
    static Int256 ln(UInt256 a) {
        BalancerRevert.unless(!a.isZero() && a.bitLength() <= 255, BalancerError.OUT_OF_BOUNDS);
        UInt256 magnitude = nearOne(a) ? magnitudeNearOne(a).dividedBy(ONE_18) : magnitude(a);
        return Int256.ofMagnitude(a.isLessThan(ONE_18), magnitude);
    }

    private static boolean nearOne(UInt256 a) {
        return NEAR_ONE_LOW.isLessThan(a) && a.isLessThan(NEAR_ONE_HIGH);
    }

    /** {@code |ln a|} with 18 decimals. */
    private static UInt256 magnitude(UInt256 number) {
        UInt256 a = number.isLessThan(ONE_18) ? ONE_36.dividedBy(number) : number;
        UInt256 sum = UInt256.ZERO;
        if (a.isAtLeast(E_128.timesExact(ONE_18))) {
            a = a.dividedBy(E_128);
            sum = X_128;
        }
        if (a.isAtLeast(E_64.timesExact(ONE_18))) {
            a = a.dividedBy(E_64);
            sum = sum.plusExact(X_64);
        }
        sum = sum.timesExact(HUNDRED);
        a = a.timesExact(HUNDRED);
        for (int i = 0; i < POWERS.length; i++) {
            if (a.isAtLeast(POWERS[i])) {
                a = a.timesExact(ONE_20).dividedBy(POWERS[i]);
                sum = sum.plusExact(EXPONENTS[i]);
            }
        }
        UInt256 z = a.minusExact(ONE_20).timesExact(ONE_20).dividedBy(a.plusExact(ONE_20));
        return sum.plusExact(areaTangent(z, ONE_20, 11)).dividedBy(HUNDRED);
    }

    /** {@code |ln a|} with 36 decimals, for a number near one. */
    private static UInt256 magnitudeNearOne(UInt256 number) {
        UInt256 x = number.timesExact(ONE_18);
        UInt256 above = x.isLessThan(ONE_36) ? ONE_36.minusWrapping(x) : x.minusWrapping(ONE_36);
        UInt256 z = above.timesExact(ONE_36).dividedBy(x.plusExact(ONE_36));
        return areaTangent(z, ONE_36, 15);
    }

    /** {@code 2 (z + z³/3 + z⁵/5 + …)} up to the power {@code last}. */
    private static UInt256 areaTangent(UInt256 z, UInt256 one, int last) {
        UInt256 square = z.timesExact(z).dividedBy(one);
        UInt256 power = z;
        UInt256 sum = z;
        for (int k = 3; k <= last; k += 2) {
            power = power.timesExact(square).dividedBy(one);
            sum = sum.plusExact(power.dividedBy(UInt256.of(k)));
        }
        return sum.shiftLeft(1);
    }
}
