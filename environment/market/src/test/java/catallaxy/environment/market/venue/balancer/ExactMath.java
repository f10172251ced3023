package catallaxy.environment.market.venue.balancer;

import catallaxy.environment.base.number.UInt256;
import java.math.BigDecimal;
import java.math.MathContext;

/** Exponentials, logarithms and powers to 80 digits, by series that know nothing of the library's. */
final class ExactMath {
    private static final MathContext DIGITS = new MathContext(100);
    private static final BigDecimal SMALL = new BigDecimal("1e-95");

    private ExactMath() {}

    static BigDecimal fixed(UInt256 number) {
        return new BigDecimal(number.toBigInteger(), 18);
    }

    /** Halves the argument ten times, sums the series, and squares as often. */
    static BigDecimal exp(BigDecimal x) {
        BigDecimal small = x.divide(BigDecimal.valueOf(1024), DIGITS);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int k = 1; term.abs().compareTo(SMALL) > 0; k++) {
            term = term.multiply(small, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
            sum = sum.add(term);
        }
        for (int i = 0; i < 10; i++) {
            sum = sum.multiply(sum, DIGITS);
        }
        return sum;
    }

    /** Newton's iteration on {@link #exp} from the double's logarithm. */
    static BigDecimal ln(BigDecimal a) {
        BigDecimal y = new BigDecimal(StrictMath.log(a.doubleValue()));
        for (int i = 0; i < 4; i++) {
            y = y.add(a.divide(exp(y), DIGITS).subtract(BigDecimal.ONE), DIGITS);
        }
        return y;
    }

    static BigDecimal pow(BigDecimal x, BigDecimal y) {
        return exp(ln(x).multiply(y, DIGITS));
    }
}
