package catallaxy.agents.algorithm;

/** The loss of one value's error, {@code ½ e²} where {@code |e| ≤ 1} and {@code |e| − ½} beyond: Huber 1964. */
final class HuberError {
    private HuberError() {}

    static double of(double error) {
        double size = Math.abs(error);
        return size <= 1 ? 0.5 * size * size : size - 0.5;
    }

    /** Its derivative by the error. */
    static float derivative(float error) {
        return Math.clamp(error, -1f, 1f);
    }
}
