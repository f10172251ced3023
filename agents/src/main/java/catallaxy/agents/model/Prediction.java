package catallaxy.agents.model;

/**
 * What is expected, and the interval in which it will lie as often as the model's coverage says.
 *
 * @param value in the model's unit
 * @param low   end of the interval, −∞ while there were too few errors to know it
 * @param high  other end, +∞ likewise
 */
public record Prediction(double value, double low, double high) {
    /** A value of which nothing is known. */
    static Prediction unsure(double value) {
        return new Prediction(value, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** An interval of the same width on both sides. */
    static Prediction around(double value, double halfWidth) {
        return new Prediction(value, value - halfWidth, value + halfWidth);
    }

    /** Whether the interval has ends. */
    public boolean isBounded() {
        return high - low < Double.POSITIVE_INFINITY;
    }

    /** Whether the interval holds a number. */
    public boolean covers(double number) {
        return low <= number && number <= high;
    }

    /** Half the width of the interval. */
    public double error() {
        return (high - low) / 2;
    }
}
