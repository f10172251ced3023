package catallaxy.agents.statistics;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.random.RandomStream;
import java.util.Arrays;

/**
 * The scores of one algorithm: for each problem, one score for each independent run (seed). Every run counts the same.
 * Scores of different problems must be on one scale, for example attained / optimum, to be pooled.
 *
 * <p>Immutable; arrays are copied in and out.
 */
public final class ScoreSample {
    private final double[][] scores;

    private ScoreSample(double[][] scores) {
        this.scores = scores;
    }

    /**
     * The runs on several problems.
     *
     * @param scores {@code [M][N_m]}: at least one problem, at least one finite score in each; the counts may differ
     */
    public static ScoreSample of(double[][] scores) {
        Checks.that(scores.length > 0, "scores", "at least one problem", scores.length);
        double[][] copy = new double[scores.length][];
        for (int problem = 0; problem < copy.length; problem++) {
            copy[problem] = scores[problem].clone();
            requireScores(copy[problem], problem);
        }
        return new ScoreSample(copy);
    }

    /** The runs on one problem, {@code [N]}. */
    public static ScoreSample of(double... scores) {
        return of(new double[][] {scores});
    }

    private static void requireScores(double[] runs, int problem) {
        Checks.that(runs.length > 0, "scores of problem " + problem, "at least one run", runs.length);
        for (double each : runs) {
            Checks.that(Double.isFinite(each), "scores of problem " + problem, "finite numbers", each);
        }
    }

    /** M, the number of problems. */
    public int problems() {
        return scores.length;
    }

    /** The scores on one problem, {@code [N_m]}, in the order given. */
    public double[] runs(int problem) {
        return scores[problem].clone();
    }

    /** n, the number of runs over all problems. */
    public int size() {
        return Arrays.stream(scores).mapToInt(runs -> runs.length).sum();
    }

    /** Whether a problem has at least two runs, without which nothing is known of their spread. */
    public boolean isRepeated() {
        return Arrays.stream(scores).anyMatch(runs -> runs.length > 1);
    }

    /** All runs in ascending order, {@code [n]}. */
    public double[] sorted() {
        return Arrays.stream(scores).flatMapToDouble(Arrays::stream).sorted().toArray();
    }

    /** Mean over all runs. */
    public double mean() {
        return Arrays.stream(sorted()).sum() / size();
    }

    /** Standard deviation over all runs with n − 1; NaN for one run. */
    public double standardDeviation() {
        double mean = mean();
        double squares = Arrays.stream(sorted())
                .map(each -> (each - mean) * (each - mean))
                .sum();
        return size() < 2 ? Double.NaN : StrictMath.sqrt(squares / (size() - 1));
    }

    /** Median over all runs. */
    public double median() {
        return Quantile.of(sorted(), 0.5);
    }

    /**
     * One bootstrap replicate: each problem's runs drawn anew from that problem's runs, with replacement.
     *
     * @param random advanced by about n words
     */
    public ScoreSample resampled(RandomStream random) {
        double[][] drawn = new double[scores.length][];
        for (int problem = 0; problem < drawn.length; problem++) {
            double[] runs = scores[problem];
            drawn[problem] = new double[runs.length];
            for (int run = 0; run < runs.length; run++) {
                drawn[problem][run] = runs[random.nextInt(runs.length)];
            }
        }
        return new ScoreSample(drawn);
    }
}
