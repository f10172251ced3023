package catallaxy.environment.market.world;

import catallaxy.environment.base.check.Checks;

/**
 * A simulated asset: geometric Brownian motion with Merton's jumps, both modulated by the regime.
 * {@code dS/S = (μ + shift − c λ κ) dt + σ m dW + (e^Y − 1) dN}, see {@code docs/world.md}.
 * Merton 1976, https://doi.org/10.1016/0304-405X(76)90022-2.
 *
 * @param initialPrice in quote-currency units per whole unit of the asset, in [1e-12, 1e12]
 * @param driftPerYear μ, the expected growth rate of the price (not of its logarithm), in [−1000, 1000]
 * @param volatilityPerYear σ, of log-returns, in [0, 100]
 */
public record DiffusionSpec(
        String asset, double initialPrice, double driftPerYear, double volatilityPerYear, JumpSpec jumps)
        implements PriceSpec {
    public DiffusionSpec {
        Checks.that(!asset.isBlank(), "asset", "a name", "nothing");
        Checks.inRange("initialPrice", initialPrice, 1e-12, 1e12);
        Checks.inRange("driftPerYear", driftPerYear, -1000.0, 1000.0);
        Checks.inRange("volatilityPerYear", volatilityPerYear, 0.0, 100.0);
    }

    /** Without jumps. */
    public DiffusionSpec(String asset, double initialPrice, double driftPerYear, double volatilityPerYear) {
        this(asset, initialPrice, driftPerYear, volatilityPerYear, JumpSpec.NONE);
    }
}
