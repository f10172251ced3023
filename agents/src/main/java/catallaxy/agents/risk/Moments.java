package catallaxy.agents.risk;

import catallaxy.environment.base.check.Checks;
import java.util.Arrays;

/**
 * Mean and variance of a sample.
 *
 * @param mean     of the sample
 * @param variance with n − 1
 */
record Moments(double mean, double variance) {
    /** @param sample {@code [n]}, at least two */
    static Moments of(double[] sample) {
        Checks.that(sample.length >= 2, "returns", "at least 2", sample.length);
        double mean = Arrays.stream(sample).sum() / sample.length;
        double squares = 0;
        for (double each : sample) {
            squares += (each - mean) * (each - mean);
        }
        return new Moments(mean, squares / (sample.length - 1));
    }

    double deviation() {
        return StrictMath.sqrt(variance);
    }
}
