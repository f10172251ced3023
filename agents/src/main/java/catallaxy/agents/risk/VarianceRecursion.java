package catallaxy.agents.risk;

import catallaxy.environment.base.check.Checks;

/**
 * The conditional variance of returns by {@code σ²[t+1] = ω + α (r[t] − μ)² + β σ²[t]}: GARCH(1,1) of Bollerslev 1986,
 * https://doi.org/10.1016/0304-4076(86)90063-1, and, with ω = 0, α = 1 − λ, β = λ, μ = 0, the exponentially weighted
 * moving average of RiskMetrics 1996.
 *
 * @param mean  μ, per period
 * @param omega ω, not negative
 * @param alpha α, in [0, 1]
 * @param beta  β, in [0, 1]; α + β at most 1
 */
public record VarianceRecursion(double mean, double omega, double alpha, double beta) {
    public VarianceRecursion {
        Checks.that(Double.isFinite(mean), "mean", "a finite number", mean);
        Checks.inRange("omega", omega, 0, Double.MAX_VALUE);
        Checks.inRange("alpha", alpha, 0, 1);
        Checks.inRange("beta", beta, 0, 1);
        Checks.inRange("alpha + beta", alpha + beta, 0, 1 + 1e-12);
    }

    /** The moving average with decay λ in [0, 1]. */
    public static VarianceRecursion ewma(double lambda) {
        return new VarianceRecursion(0, 0, 1 - lambda, lambda);
    }

    /** σ² of the period after one with this variance and return. */
    public double next(double variance, double value) {
        double surprise = value - mean;
        return omega + alpha * surprise * surprise + beta * variance;
    }

    /**
     * The variances of all periods and of the one after, from the sample's mean square as the first.
     *
     * @param returns {@code [T]}
     * @return {@code [T + 1]}; entry t is known before return t
     */
    public double[] filter(double[] returns) {
        double[] variances = new double[returns.length + 1];
        variances[0] = meanSquare(returns);
        for (int t = 0; t < returns.length; t++) {
            variances[t + 1] = next(variances[t], returns[t]);
        }
        return variances;
    }

    private double meanSquare(double[] returns) {
        double sum = 0;
        for (double each : returns) {
            sum += (each - mean) * (each - mean);
        }
        return sum / returns.length;
    }
}
