package catallaxy.agents.risk;

import catallaxy.environment.base.check.Checks;
import java.util.Arrays;

/**
 * Filtered historical simulation: past returns are divided by the volatility of their time, and the quotients, drawn at
 * random, drive the recursion of the variance on from today. Barone-Adesi, Giannopoulos and Vosper 1999, "VaR without
 * correlations for portfolios of derivative securities"; over one period, Hull and White 1998, "Incorporating volatility
 * updating into the historical simulation method for value-at-risk".
 *
 * <pre>
 *   z[t]   = (r[t] − μ) / σ[t]
 *   path:    r = μ + σ z*,  σ² ← ω + α (r − μ)² + β σ²,  value ← value (1 + r);  z* drawn from z
 * </pre>
 *
 * <p>Over one period the sample is all of {@code μ + σ[T] z[t]}, without a draw. Deviations: a volatility counts as at
 * least a tenth of the window's, or a return after a long calm would become an outlier without bound; a path's value
 * does not fall below zero. The same returns and seed give the same sample.
 *
 * @param volatility how the recursion is found
 * @param paths      simulated for horizons above 1
 */
record FilteredHistoricalSimulation(VolatilityEstimator volatility, SimulatedPaths paths) implements RiskModel {
    /** How the recursion of the variance is found from returns. */
    @FunctionalInterface
    interface VolatilityEstimator {
        VarianceRecursion estimate(double[] returns);
    }

    private static final double SMALLEST_SHARE = 0.01;

    /** Filtered by the moving average with a fixed decay λ; 0.94 is RiskMetrics' for daily returns. At least 100 paths. */
    static FilteredHistoricalSimulation ewma(double lambda, int paths, long seed) {
        VarianceRecursion recursion = VarianceRecursion.ewma(lambda);
        return new FilteredHistoricalSimulation(_ -> recursion, new SimulatedPaths(paths, seed));
    }

    /** Filtered by GARCH(1,1) of greatest likelihood. At least 100 paths. */
    static FilteredHistoricalSimulation garch(int paths, long seed) {
        return new FilteredHistoricalSimulation(
                returns -> GarchFit.of(returns).recursion(), new SimulatedPaths(paths, seed));
    }

    @Override
    public Fitted fit(double[] returns) {
        VarianceRecursion recursion = volatility.estimate(returns);
        return (window, horizon) -> {
            double[] sample = sample(recursion, window, horizon);
            return level -> TailRisk.historical(sample, level);
        };
    }

    private double[] sample(VarianceRecursion recursion, double[] window, int horizon) {
        Checks.inRange("horizon", horizon, 1, window.length);
        double[] variances = recursion.filter(window);
        double floor = SMALLEST_SHARE * variances[0];
        double[] scaled = new double[window.length];
        for (int t = 0; t < scaled.length; t++) {
            double deviation = StrictMath.sqrt(Math.max(floor, variances[t]));
            scaled[t] = deviation == 0 ? 0 : (window[t] - recursion.mean()) / deviation;
        }
        double today = Math.max(floor, variances[window.length]);
        return horizon == 1 ? nextPeriod(recursion, scaled, today) : paths.returns(recursion, scaled, today, horizon);
    }

    private static double[] nextPeriod(VarianceRecursion recursion, double[] scaled, double variance) {
        double deviation = StrictMath.sqrt(variance);
        return Arrays.stream(scaled).map(z -> recursion.mean() + deviation * z).toArray();
    }
}
