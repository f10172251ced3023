package catallaxy.scenarios.file.value;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Exact decimal numbers as scenario files write them. */
public final class Decimals {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,80}(\\.\\d{1,80})?([eE][+-]?\\d{1,3})?");
    private static final int MAX_EXPONENT = 400;

    private Decimals() {}

    /** The number, with at most 80 digits before and after the point; empty where the text is not one. */
    public static Optional<BigDecimal> parse(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(text);
        return Math.abs(number.scale()) <= MAX_EXPONENT ? Optional.of(number) : Optional.empty();
    }

    /** The one text of the number: plain, or with an exponent where that would be longer than 80 characters. */
    public static String render(BigDecimal number) {
        BigDecimal shortest = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        String plain = shortest.toPlainString();
        return plain.length() <= 80 ? plain : shortest.toString();
    }

    /** {@code number · 10^power} where that is a whole number of 64 bits; saturates where it is too large. */
    static Optional<Long> scaledToLong(BigDecimal number, int power) {
        BigDecimal scaled = number.scaleByPowerOfTen(power).stripTrailingZeros();
        if (scaled.scale() > 0) {
            return Optional.empty();
        }
        BigDecimal low = BigDecimal.valueOf(Long.MIN_VALUE);
        return Optional.of(
                scaled.min(BigDecimal.valueOf(Long.MAX_VALUE)).max(low).longValueExact());
    }
}
