package catallaxy.scenarios.run;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers of the run files as decimal text, exact. Pure functions. */
final class RunDecimals {
    private static final int NANO_DECIMALS = 9;
    /** A billionth of the quote asset. */
    private static final int PROFIT_DECIMALS = 9;

    private static final MathContext DIGITS = new MathContext(15);
    /** Whole numbers below this have no more digits than are kept. */
    private static final double WHOLE = 1e15;

    private RunDecimals() {}

    /** Simulated nanoseconds as seconds, with at least one decimal as all times of a run folder have. */
    static String seconds(long nanos) {
        return plain(exactSeconds(nanos));
    }

    /** Simulated nanoseconds as seconds. */
    static BigDecimal exactSeconds(long nanos) {
        return BigDecimal.valueOf(nanos, NANO_DECIMALS);
    }

    /** Base units as whole units of an asset of so many decimals. */
    static BigDecimal whole(long baseUnits, int decimals) {
        return BigDecimal.valueOf(baseUnits, decimals);
    }

    /** A quotient to 15 significant digits, exact where it has fewer. */
    static BigDecimal ratio(BigDecimal numerator, BigDecimal denominator) {
        return denominator.signum() == 0 ? BigDecimal.ZERO : numerator.divide(denominator, DIGITS);
    }

    /** A valued amount, to as many digits as its text has. */
    static double rounded(double value) {
        boolean hasFewDigits = value == Math.rint(value) && Math.abs(value) < WHOLE;
        return hasFewDigits || !Double.isFinite(value)
                ? value + 0.0
                : BigDecimal.valueOf(value).round(DIGITS).doubleValue();
    }

    /** A profit to {@link #PROFIT_DECIMALS} decimals, of which a double of an equity knows no more, and to 15 significant digits. */
    static double profit(double value) {
        return Double.isFinite(value)
                ? rounded(BigDecimal.valueOf(value)
                        .setScale(PROFIT_DECIMALS, RoundingMode.HALF_EVEN)
                        .doubleValue())
                : value;
    }

    /** An amount that is not settled but valued, or a fraction, to 15 significant digits: further ones are rounding of doubles. */
    static String money(double value) {
        return Double.isFinite(value) ? plain(BigDecimal.valueOf(value).round(DIGITS)) : "";
    }

    /** A decimal without zeros at its end and without an exponent, one decimal at least. */
    static String plain(BigDecimal value) {
        if (value.signum() == 0) {
            return "0.0";
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.setScale(Math.max(1, stripped.scale())).toPlainString();
    }
}
