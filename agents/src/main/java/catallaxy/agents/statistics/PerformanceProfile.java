package catallaxy.agents.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * The fraction of runs above a score τ, averaged over the problems, as a function of τ: higher is better everywhere.
 * {@code F(τ) = 1/M Σ_m 1/N_m Σ_n 1[x_{m,n} > τ]}, the run-score distribution of Agarwal et al. 2021,
 * https://arxiv.org/abs/2108.13264, section 4.2. The intervals hold point by point, not for the whole curve.
 *
 * @param points in the order of the thresholds asked for
 */
public record PerformanceProfile(List<Point> points) {
    /**
     * The profile at one score.
     *
     * @param threshold τ
     * @param above     fraction of runs above it
     */
    public record Point(double threshold, Estimate above) {}

    public PerformanceProfile {
        points = List.copyOf(points);
    }

    /**
     * The profile at the given scores.
     *
     * @param thresholds {@code [T]}
     */
    public static PerformanceProfile of(ScoreSample sample, double[] thresholds, StratifiedBootstrap bootstrap) {
        return new PerformanceProfile(Arrays.stream(thresholds)
                .mapToObj(tau -> new Point(tau, bootstrap.estimate(sample, runs -> fractionAbove(runs, tau))))
                .toList());
    }

    /** F(τ). */
    public static double fractionAbove(ScoreSample sample, double threshold) {
        double sum = 0;
        for (int problem = 0; problem < sample.problems(); problem++) {
            double[] runs = sample.runs(problem);
            sum += (double) Arrays.stream(runs).filter(each -> each > threshold).count() / runs.length;
        }
        return sum / sample.problems();
    }
}
