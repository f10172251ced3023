package catallaxy.environment.market.venue.pool;

import java.util.function.DoubleUnaryOperator;

/** Finds where a falling function reaches a value: the Illinois variant of the false position, between brackets. */
public final class FallingRoot {
    private static final int DOUBLINGS = 200;
    private static final int STEPS = 200;
    private static final double PRECISION = 1e-14;

    private FallingRoot() {}

    /**
     * The greatest argument from 0 on, to a relative 10^−14, at which a falling function is not below zero; 0 where it is below zero
     * at 0 already, infinite where it is never below zero.
     *
     * @param falling continuous, falling
     * @param scale   a positive argument of the size that is looked for; a wrong guess costs time alone
     */
    public static double toZero(DoubleUnaryOperator falling, double scale) {
        if (!(falling.applyAsDouble(0) > 0)) {
            return 0;
        }
        double high = scale;
        double low = 0;
        for (int i = 0; falling.applyAsDouble(high) > 0; i++) {
            if (i == DOUBLINGS) {
                return Double.POSITIVE_INFINITY;
            }
            low = high;
            high *= 4;
        }
        return between(falling, low, high);
    }

    /** The zero between an argument with a positive value and a greater one with none. */
    private static double between(DoubleUnaryOperator falling, double positive, double negative) {
        double low = positive;
        double high = negative;
        double atLow = falling.applyAsDouble(low);
        double atHigh = falling.applyAsDouble(high);
        int side = 0;
        for (int i = 0; i < STEPS && high - low > PRECISION * high; i++) {
            double falsePosition = low + (high - low) * atLow / (atLow - atHigh);
            boolean usable = falsePosition > low && falsePosition < high && i % 8 != 7;
            double middle = usable ? falsePosition : 0.5 * (low + high);
            double value = falling.applyAsDouble(middle);
            if (value > 0) {
                low = middle;
                atLow = value;
                atHigh = side > 0 ? atHigh / 2 : atHigh;
                side = 1;
            } else {
                high = middle;
                atHigh = value;
                atLow = side < 0 ? atLow / 2 : atLow;
                side = -1;
            }
        }
        return low;
    }
}
