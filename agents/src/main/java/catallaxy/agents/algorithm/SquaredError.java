package catallaxy.agents.algorithm;

/** The loss of critics. */
final class SquaredError {
    private SquaredError() {}

    /**
     * The mean of {@code (value − y)²}.
     *
     * @param values     {@code [B]}
     * @param y          {@code [B]}
     * @param derivative {@code [B]}, overwritten: by each value
     */
    static double differentiate(float[] values, float[] y, float[] derivative) {
        double sum = 0;
        for (int b = 0; b < y.length; b++) {
            float error = values[b] - y[b];
            derivative[b] = 2 * error / y.length;
            sum += (double) error * error;
        }
        return sum / y.length;
    }
}
