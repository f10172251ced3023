package catallaxy.agents.policy;

import catallaxy.environment.api.Observation;

/**
 * A portfolio's policy that knows the growth-optimal weights: those of the investor of logarithmic utility who, like the
 * portfolio, neither borrows nor sells short. Any other weights grow more slowly. Kelly 1956,
 * https://doi.org/10.1002/j.1538-7305.1956.tb03809.x; for returns in continuous time the maximum of
 * {@code π'(μ − r) − ½ π'Σπ} over {@code π ≥ 0, Σ π ≤ 1}, Merton 1969 with γ = 1; {@code Σ⁻¹ (μ − r)} where neither binds.
 */
public interface GrowthOptimal {
    /**
     * The growth-optimal weights now, whatever the policy itself does.
     *
     * @return {@code [A]}: for each component of the role's action, at least 0; empty while they are not known
     */
    double[] growthOptimal(Observation observation);
}
