package catallaxy.agents.testkit;

import java.util.Arrays;
import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;

/**
 * What the same training came to over several seeds. Kernels round otherwise on other processors, and a score of one seed
 * moves with them; the interval of several does not leave a bound that is far from both the learned and the ignorant.
 *
 * @param scores one a seed
 */
@SuppressWarnings("ArrayRecordComponent")
public record SeedScores(double[] scores) {
    private static final double STANDARD_ERRORS = 2;

    /** The scores of the seeds from {@code first} on. */
    public static SeedScores of(long first, int seeds, LongToDoubleFunction score) {
        return new SeedScores(
                LongStream.range(first, first + seeds).mapToDouble(score).toArray());
    }

    /** The lower end of the interval of the mean: two standard errors below it. */
    public double low() {
        return mean() - STANDARD_ERRORS * standardError();
    }

    /** The best of them. */
    public double best() {
        return Arrays.stream(scores).max().orElseThrow();
    }

    double mean() {
        return Arrays.stream(scores).average().orElseThrow();
    }

    double standardError() {
        double mean = mean();
        double squares =
                Arrays.stream(scores).map(each -> (each - mean) * (each - mean)).sum();
        return Math.sqrt(squares / (scores.length - 1) / scores.length);
    }

    @Override
    public String toString() {
        return "scores " + Arrays.toString(scores);
    }
}
