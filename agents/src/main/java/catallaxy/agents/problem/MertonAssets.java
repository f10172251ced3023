package catallaxy.agents.problem;

import catallaxy.agents.policy.Cholesky;
import catallaxy.environment.base.check.Checks;
import java.util.List;

/**
 * A riskless and several risky assets, whose prices are correlated geometric Brownian motions.
 *
 * @param mu          μ, drift of each asset a year
 * @param r           riskless rate a year
 * @param sigma       σ, volatility of each asset per √year, positive
 * @param correlation one number for all pairs of assets, or one for each pair in the order 12, 13, …, 23, …
 */
public record MertonAssets(List<Double> mu, double r, List<Double> sigma, List<Double> correlation) {
    /** Checks each; the error names the field. */
    public MertonAssets {
        mu = List.copyOf(mu);
        sigma = List.copyOf(sigma);
        correlation = List.copyOf(correlation);
        Checks.that(!mu.isEmpty() && mu.size() <= 100, "mu", "a number for each of 1 to 100 assets", mu.size());
        mu.forEach(each -> Checks.inRange("mu", each, -100, 100));
        Checks.that(sigma.size() == mu.size(), "sigma", "as many numbers as mu, " + mu.size(), sigma.size());
        sigma.forEach(each -> Checks.inRange("sigma", each, 1e-6, 100));
        int pairs = mu.size() * (mu.size() - 1) / 2;
        Checks.that(
                correlation.size() == 1 || correlation.size() == pairs,
                "correlation",
                "one number or one for each of " + pairs + " pairs",
                correlation.size());
        correlation.forEach(each -> Checks.inRange("correlation", each, -1, 1));
        Checks.inRange("r", r, -100, 100);
        Checks.that(
                Cholesky.lower(covariance(sigma, correlation)).length > 0,
                "correlation",
                "a positive definite matrix",
                correlation);
    }

    /** Of the risky ones. */
    int count() {
        return mu.size();
    }

    /** Σ, {@code [M][M]} a year. */
    double[][] covariance() {
        return covariance(sigma, correlation);
    }

    private static double[][] covariance(List<Double> sigma, List<Double> correlation) {
        int n = sigma.size();
        double[][] covariance = new double[n][n];
        int pair = 0;
        for (int i = 0; i < n; i++) {
            covariance[i][i] = sigma.get(i) * sigma.get(i);
            for (int j = i + 1; j < n; j++) {
                double rho = correlation.get(correlation.size() == 1 ? 0 : pair++);
                covariance[i][j] = rho * sigma.get(i) * sigma.get(j);
                covariance[j][i] = covariance[i][j];
            }
        }
        return covariance;
    }
}
