package catallaxy.agents.statistics;

import catallaxy.environment.base.check.Checks;

/**
 * The probability that a run of X scores higher than a run of Y on the same problem, averaged over the problems:
 * {@code 1/M Σ_m 1/(N K) Σ_i Σ_j S(x_{m,i}, y_{m,j})} with S = 1 for x &gt; y, ½ for a tie, else 0; the Mann–Whitney
 * statistic. Agarwal et al. 2021, https://arxiv.org/abs/2108.13264, section 4.3. One half says no difference.
 */
public final class ProbabilityOfImprovement {
    private ProbabilityOfImprovement() {}

    /**
     * Of the runs themselves.
     *
     * @throws IllegalArgumentException if the two were not run on the same number of problems
     */
    public static double of(ScoreSample x, ScoreSample y) {
        Checks.that(x.problems() == y.problems(), "problems", x.problems() + " of both", y.problems());
        double sum = 0;
        for (int problem = 0; problem < x.problems(); problem++) {
            sum += ofRuns(x.runs(problem), y.runs(problem));
        }
        return sum / x.problems();
    }

    /** With its interval. */
    public static Estimate estimate(ScoreSample x, ScoreSample y, StratifiedBootstrap bootstrap) {
        return bootstrap.estimate(x, y, ProbabilityOfImprovement::of);
    }

    private static double ofRuns(double[] x, double[] y) {
        double wins = 0;
        for (double mine : x) {
            for (double other : y) {
                wins += mine > other ? 1 : mine == other ? 0.5 : 0;
            }
        }
        return wins / ((double) x.length * y.length);
    }
}
