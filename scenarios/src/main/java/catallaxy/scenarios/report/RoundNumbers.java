package catallaxy.scenarios.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Stream;

/** Multiples of 1, 2 or 5 times a power of ten, for people to read. */
final class RoundNumbers {
    private static final double PARTS = 6;
    /** Of the size of the numbers, where they do not differ. */
    private static final double LEAST_SPAN = 1e-3;

    private RoundNumbers() {}

    /** A few of them, evenly spaced, from the last at or below {@code low} to the last below {@code high}. */
    static double[] within(double low, double high) {
        double span = Math.max(high - low, LEAST_SPAN * Math.max(Math.abs(high), 1));
        BigDecimal step = atLeast(span / PARTS);
        BigDecimal first =
                BigDecimal.valueOf(low).divide(step, 0, RoundingMode.FLOOR).multiply(step);
        return Stream.iterate(first, step::add)
                .mapToDouble(BigDecimal::doubleValue)
                .takeWhile(each -> each <= low || each < high)
                .toArray();
    }

    /** The smallest 1, 2 or 5 times a power of ten from {@code size} on. */
    private static BigDecimal atLeast(double size) {
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen((int) Math.floor(Math.log10(size)));
        return Stream.of(1, 2, 5, 10)
                .map(each -> power.multiply(BigDecimal.valueOf(each)))
                .filter(each -> each.doubleValue() >= size)
                .findFirst()
                .orElseThrow();
    }
}
