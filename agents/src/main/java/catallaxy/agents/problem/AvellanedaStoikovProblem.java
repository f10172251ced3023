package catallaxy.agents.problem;

import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.environment.base.check.Checks;

/**
 * Market making under constant absolute risk aversion: Avellaneda and Stoikov 2008, "High-frequency trading in a limit
 * order book", https://doi.org/10.1080/14697680701381228, in discrete time.
 *
 * <p>In a step the ask at depth δ fills with probability {@code min(A dt e^{−kδ}, 1)}, the bid likewise and independently;
 * then the mid-price moves by {@code σ √dt} times a standard normal variate. Depths lie in [−1/k, 5/k], negative ones beyond
 * the mid; at ±maxInventory the side that would go beyond is not quoted. The reward is the change of wealth less
 * {@code ½ γ σ² q² dt} at the inventory after the fills: the certainty equivalent to second order in the step. Observed:
 * inventory / maxInventory and the share of time that remains; under this utility neither wealth nor price matters.
 *
 * @param gamma        γ, absolute risk aversion, positive
 * @param sigma        σ, volatility of the mid-price per unit of time^½, not negative
 * @param k            decay of the fill probability with depth, positive
 * @param A            fills per unit of time at depth 0, positive
 * @param dt           step, a whole number of which makes the horizon
 * @param horizon      T, positive
 * @param s            mid-price at the beginning
 * @param maxInventory largest |q|
 */
@SuppressWarnings("MemberName")
public record AvellanedaStoikovProblem(
        double gamma, double sigma, double k, double A, double dt, double horizon, double s, int maxInventory)
        implements ProblemSpec {
    public AvellanedaStoikovProblem {
        Checks.inRange("gamma", gamma, 1e-6, 1e3);
        Checks.inRange("sigma", sigma, 0, 1e6);
        Checks.inRange("k", k, 1e-6, 1e6);
        Checks.inRange("A", A, 1e-9, 1e9);
        TimeGrid.steps(horizon, dt);
        Checks.inRange("s", s, 0, 1e12);
        Checks.inRange("maxInventory", maxInventory, 1, 1000);
    }

    /** The paper's: γ = 0.1, σ = 2, k = 1.5, A = 140, dt = 0.005, T = 1, s = 100; |q| ≤ 20. */
    public static AvellanedaStoikovProblem standard() {
        return new AvellanedaStoikovProblem(0.1, 2, 1.5, 140, 0.005, 1, 100, 20);
    }

    @Override
    public String problem() {
        return "avellaneda-stoikov";
    }

    int steps() {
        return TimeGrid.steps(horizon, dt);
    }

    /** The smallest depth of a quote. */
    float minDepth() {
        return (float) (-1 / k);
    }

    /** The largest depth of a quote. */
    float maxDepth() {
        return (float) (5 / k);
    }

    @Override
    public VectorEnvironment environment(int worlds) {
        return new AvellanedaStoikovWorlds(this, worlds);
    }

    @Override
    public Referee referee() {
        return new AvellanedaStoikovReferee(this);
    }
}
