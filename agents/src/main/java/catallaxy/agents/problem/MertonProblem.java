package catallaxy.agents.problem;

import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.environment.base.check.Checks;
import java.util.List;

/**
 * Investment in risky assets under constant relative risk aversion without costs: Merton 1969,
 * https://doi.org/10.2307/1926560.
 *
 * <p>The weights π, held by continuous rebalancing during a step, give the log return
 * {@code (r + π'(μ − r) − ½ π'Σπ) dt + π'L Z √dt} with {@code Σ = L L'} and Z standard normal. The reward is
 * {@code (log return − ½ (γ − 1) π'Σπ dt) / dt}: the second term is the quadratic variation of log wealth, observed exactly
 * under continuous rebalancing. Its mean is the certainty-equivalent growth a year,
 * {@code g(π) = r + π'(μ − r) − ½ γ π'Σπ}: for utility {@code W^{1−γ} / (1 − γ)} and constant π, {@code E W_T^{1−γ} =
 * W_0^{1−γ} e^{(1−γ) g(π) T}}. The best is {@code π* = Σ^{−1} (μ − r) / γ} inside the bounds. Observed: the share of time
 * that remains, on which π* does not depend.
 *
 * @param assets      what can be held
 * @param gamma       γ, relative risk aversion, positive; 1 is Kelly's growth
 * @param horizon     length of an episode in years
 * @param dt          step in years, a whole number of which makes the horizon
 * @param minWeight   smallest weight of each asset
 * @param maxWeight   largest weight of each asset
 * @param antithetic  whether each world of odd index has the negated shocks of the world before it
 */
public record MertonProblem(
        MertonAssets assets,
        double gamma,
        double horizon,
        double dt,
        double minWeight,
        double maxWeight,
        boolean antithetic)
        implements ProblemSpec {
    /** Checks each; the error names the field. */
    public MertonProblem {
        Checks.inRange("gamma", gamma, 1e-6, 1e6);
        TimeGrid.steps(horizon, dt);
        Checks.inRange("minWeight", minWeight, -1e6, 1e6);
        Checks.that(maxWeight > minWeight && maxWeight <= 1e6, "maxWeight", "a number above minWeight", maxWeight);
    }

    /** One asset with μ = 0.12, r = 0.02, σ = 0.4, γ = 3: π* = 0.20833. Ten years in steps of one. */
    public static MertonProblem standard() {
        return new MertonProblem(
                new MertonAssets(List.of(0.12), 0.02, List.of(0.4), List.of(0.0)), 3, 10, 1, 0, 1, true);
    }

    @Override
    public String problem() {
        return "merton";
    }

    int steps() {
        return TimeGrid.steps(horizon, dt);
    }

    @Override
    public VectorEnvironment environment(int worlds) {
        return new MertonWorlds(this, worlds);
    }

    @Override
    public Referee referee() {
        return new MertonReferee(this);
    }
}
