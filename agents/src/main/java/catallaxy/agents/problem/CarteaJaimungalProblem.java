package catallaxy.agents.problem;

import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.environment.base.check.Checks;

/**
 * Market making with inventory penalties: Cartea, Jaimungal and Penalva 2015, "Algorithmic and High-Frequency Trading",
 * section 10.2, https://www.cambridge.org/9781107091146, in discrete time.
 *
 * <p>In a step the ask at depth δ fills with probability {@code min(λ dt e^{−κδ}, 1/2)}, the bid likewise, never both:
 * the intensities of the paper to first order in dt. A fill earns its depth; a step costs {@code φ q² dt} at the inventory
 * before the fill; the last one also {@code α q²} after it. Depths lie in [0, 4/κ]; at ±maxInventory the side that would
 * go beyond is not quoted. Observed: inventory / maxInventory and the share of time that remains. The martingale part of
 * the mid-price has mean zero and is left out.
 *
 * @param lambda           λ, market orders per unit of time on each side, positive
 * @param kappa            κ, decay of the fill probability with depth, positive
 * @param phi              φ, running penalty, not negative
 * @param alpha            α, terminal penalty, not negative
 * @param horizon          T, positive
 * @param dt               step, a whole number of which makes the horizon
 * @param maxInventory     largest |q|
 * @param initialInventory k: episodes begin with q uniform on −k…k
 */
public record CarteaJaimungalProblem(
        double lambda,
        double kappa,
        double phi,
        double alpha,
        double horizon,
        double dt,
        int maxInventory,
        int initialInventory)
        implements ProblemSpec {
    public CarteaJaimungalProblem {
        Checks.inRange("lambda", lambda, 1e-9, 1e9);
        Checks.inRange("kappa", kappa, 1e-9, 1e9);
        Checks.inRange("phi", phi, 0, 1e6);
        Checks.inRange("alpha", alpha, 0, 1e6);
        TimeGrid.steps(horizon, dt);
        Checks.inRange("maxInventory", maxInventory, 1, 1000);
        Checks.inRange("initialInventory", initialInventory, 0, maxInventory);
    }

    /** λ = 10, κ = 1, φ = 0.5, α = 0.001, T = 1, dt = 0.01, |q| ≤ 10, q₀ uniform on −4…4. */
    public static CarteaJaimungalProblem standard() {
        return new CarteaJaimungalProblem(10, 1, 0.5, 0.001, 1, 0.01, 10, 4);
    }

    @Override
    public String problem() {
        return "cartea-jaimungal";
    }

    int steps() {
        return TimeGrid.steps(horizon, dt);
    }

    /** The largest depth of a quote. */
    float maxDepth() {
        return (float) (4 / kappa);
    }

    @Override
    public VectorEnvironment environment(int worlds) {
        return new CarteaJaimungalWorlds(this, worlds);
    }

    /** The quotes that are best in this problem, for learners that an expert advises. */
    public BatchPolicy bestQuotes() {
        return new CarteaJaimungalReferee(this).optimal();
    }

    @Override
    public Referee referee() {
        return new CarteaJaimungalReferee(this);
    }
}
