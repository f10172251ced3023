package catallaxy.agents.problem;

import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.environment.base.check.Checks;

/**
 * Investment in one risky asset with proportional costs: Davis and Norman 1990, "Portfolio selection with transaction
 * costs", https://doi.org/10.1287/moor.15.4.676, as long-run growth (Taksar, Klass and Assaf 1988) in discrete time.
 *
 * <p>The state is the weight w of the asset in wealth; the action is the weight a after trading. Buying x per unit of wealth
 * costs {@code c x}: {@code x = (a − w) / (1 + c a)}; selling {@code x = (w − a) / (1 − c a)}. Then the asset grows by
 * {@code e^{(μ − σ²/2) dt + σ √dt Z}} and the rest by {@code e^{r dt}}. The reward is the log return less
 * {@code ½ (γ − 1) a² σ² dt} and less {@code a σ √dt Z}, divided by dt: growth a year, with the quadratic penalty of
 * {@link MertonProblem}, and without the part of the shock that has mean zero whatever the policy. Best is a band: do
 * nothing inside, trade to its nearer edge outside; its width is of order {@code c^{1/3}}. Observed: w. Episodes begin with
 * w uniform on [0, 1] and are only cut by the horizon.
 *
 * @param mu      μ, drift of the asset a year
 * @param r       riskless rate a year
 * @param sigma   σ, volatility per √year, positive
 * @param gamma   γ, relative risk aversion, positive; 1 is growth of log wealth
 * @param cost    c, cost per unit traded, in [0, 0.5]
 * @param horizon length of an episode in years
 * @param dt      step in years, a whole number of which makes the horizon
 */
public record MertonCostsProblem(
        double mu, double r, double sigma, double gamma, double cost, double horizon, double dt)
        implements ProblemSpec {
    public MertonCostsProblem {
        Checks.inRange("mu", mu, -10, 10);
        Checks.inRange("r", r, -10, 10);
        Checks.inRange("sigma", sigma, 1e-3, 10);
        Checks.inRange("gamma", gamma, 1e-6, 1e6);
        Checks.inRange("cost", cost, 0, 0.5);
        TimeGrid.steps(horizon, dt);
    }

    /** μ = 0.12, r = 0.02, σ = 0.4, γ = 1, c = 0.01; 20 years in steps of 0.1. Without costs the weight would be 0.625. */
    public static MertonCostsProblem standard() {
        return new MertonCostsProblem(0.12, 0.02, 0.4, 1, 0.01, 20, 0.1);
    }

    @Override
    public String problem() {
        return "merton-costs";
    }

    int steps() {
        return TimeGrid.steps(horizon, dt);
    }

    /** Growth of the asset in a step with shock {@code z}. */
    double assetGrowth(double z) {
        return StrictMath.exp((mu - sigma * sigma / 2) * dt + sigma * StrictMath.sqrt(dt) * z);
    }

    /** Growth of the rest in a step. */
    double restGrowth() {
        return StrictMath.exp(r * dt);
    }

    /** Log of wealth after trading from weight {@code w} to {@code a} relative to before. */
    double logCost(double w, double a) {
        double side = a > w ? cost : -cost;
        return StrictMath.log((1 + side * w) / (1 + side * a));
    }

    /** What is taken from the log return of a step at weight {@code a} and shock {@code z}. */
    double penalty(double a, double z) {
        double risk = a * sigma * StrictMath.sqrt(dt);
        return (gamma - 1) / 2 * risk * risk + risk * z;
    }

    @Override
    public VectorEnvironment environment(int worlds) {
        return new MertonCostsWorlds(this, worlds);
    }

    @Override
    public Referee referee() {
        return new MertonCostsReferee(this);
    }
}
