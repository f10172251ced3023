package catallaxy.evolution.strategy;

/**
 * The constants of covariance matrix adaptation for {@code n} dimensions and {@code μ_eff}: Hansen 2016,
 * https://arxiv.org/abs/1604.00772, table 1 with α_cov = 2.
 *
 * <pre>
 *   c_σ = (μ_eff + 2) / (n + μ_eff + 5)      d_σ = 1 + 2 max(0, √((μ_eff − 1) / (n + 1)) − 1) + c_σ
 *   c_c = (4 + μ_eff / n) / (n + 4 + 2 μ_eff / n)
 *   c_1 = 2 / ((n + 1.3)² + μ_eff)
 *   c_μ = min(1 − c_1, 2 (1/4 + μ_eff + 1/μ_eff − 2) / ((n + 2)² + μ_eff))
 * </pre>
 *
 * Of a diagonal covariance there is less to learn: c_1 and c_μ are (n + 2) / 3 times as large, as in Ros and Hansen 2008,
 * https://doi.org/10.1007/978-3-540-87700-4_30.
 *
 * @param sigma    c_σ, of the path of the step size
 * @param damping  d_σ
 * @param path     c_c, of the path of the covariance
 * @param rankOne  c_1
 * @param rankMu   c_μ
 * @param negative what the negative weights sum to, without its sign
 */
record LearningRates(double sigma, double damping, double path, double rankOne, double rankMu, double negative) {
    static LearningRates of(int n, RecombinationWeights weights, boolean diagonal) {
        double mass = weights.effective();
        double sigma = (mass + 2) / (n + mass + 5);
        double damping = 1 + 2 * Math.max(0, Math.sqrt((mass - 1) / (n + 1)) - 1) + sigma;
        double path = (4 + mass / n) / (n + 4 + 2 * mass / n);
        double faster = diagonal ? (n + 2) / 3.0 : 1;
        double rankOne = Math.min(0.5, faster * 2 / ((n + 1.3) * (n + 1.3) + mass));
        double wanted = faster * 2 * (0.25 + mass + 1 / mass - 2) / ((n + 2.0) * (n + 2) + mass);
        double rankMu = Math.min(1 - rankOne, wanted);
        return new LearningRates(sigma, damping, path, rankOne, rankMu, negative(n, weights, rankOne, rankMu));
    }

    /** min(α_μ, α_μeff, α_posdef): the last keeps the covariance positive definite. */
    private static double negative(int n, RecombinationWeights weights, double rankOne, double rankMu) {
        double byRates = 1 + rankOne / rankMu;
        double byMass = 1 + 2 * weights.effectiveNegative() / (weights.effective() + 2);
        double byDefiniteness = (1 - rankOne - rankMu) / (n * rankMu);
        return Math.min(Math.min(byRates, byMass), byDefiniteness);
    }
}
