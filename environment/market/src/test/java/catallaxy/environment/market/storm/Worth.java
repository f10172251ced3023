package catallaxy.environment.market.storm;

import java.math.BigInteger;

/** A fraction. */
record Worth(BigInteger numerator, BigInteger denominator) {
    /** Whether it is less than another. */
    boolean isLessThan(Worth other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator)) < 0;
    }
}
