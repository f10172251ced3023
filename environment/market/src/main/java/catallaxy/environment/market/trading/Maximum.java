package catallaxy.environment.market.trading;

import java.util.function.DoubleUnaryOperator;

/** Where a function of one number is greatest. */
public final class Maximum {
    private static final double GOLDEN = (StrictMath.sqrt(5) - 1) / 2;

    private Maximum() {}

    /**
     * By golden-section search in an interval in which the function rises and then falls, as far as it does; the ends count, too.
     * Kiefer 1953, https://doi.org/10.2307/2032161.
     *
     * @param steps after each of which the interval is 0.618 of its length
     */
    public static double of(DoubleUnaryOperator function, double low, double high, int steps) {
        double a = low;
        double b = high;
        double left = b - GOLDEN * (b - a);
        double right = a + GOLDEN * (b - a);
        double atLeft = function.applyAsDouble(left);
        double atRight = function.applyAsDouble(right);
        for (int i = 0; i < steps; i++) {
            if (atLeft < atRight) {
                a = left;
                left = right;
                atLeft = atRight;
                right = a + GOLDEN * (b - a);
                atRight = function.applyAsDouble(right);
            } else {
                b = right;
                right = left;
                atRight = atLeft;
                left = b - GOLDEN * (b - a);
                atLeft = function.applyAsDouble(left);
            }
        }
        double middle = atLeft < atRight ? right : left;
        return function.applyAsDouble(high) >= StrictMath.max(atLeft, atRight) ? high : middle;
    }
}
