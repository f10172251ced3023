package catallaxy.agents.problem;

import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.environment.base.check.Checks;
import java.util.List;

/**
 * A desk that earns carry on its exposure and must cut it before losses close it: a finite decision process after the
 * liquidation problems of Almgren and Chriss 2000, https://doi.org/10.21314/JOR.2001.041, with volatility regimes and a loss
 * limit.
 *
 * <p>State: exposure e of 0…maxExposure, regime v, drawdown d of 0…lossLimit − 1, steps left. The choice is the exposure of
 * the coming step, a; it may be cut to any level but rises by at most one. The step earns {@code a (carry − ℓ)} where the
 * loss per unit ℓ is 1, −1 or {@code crashSize} with the probabilities of the regime, and 0 otherwise, and costs
 * {@code spread_v |a − e| + impact_v (a − e)²}. Then {@code d ← max(0, d + a ℓ)}; from lossLimit on the desk is closed at
 * the price of {@code breachPenalty}. The regime worsens or improves by one with its probabilities. At the horizon what is
 * left is sold at the cost of the regime then. Observed: e / maxExposure, d / lossLimit, the share of steps that remain, the
 * regime as indicators, and an indicator of each distance lossLimit − d from which ℓ = 1 can close the desk: there values jump
 * from one unit to the next.
 *
 * @param horizon           steps of an episode
 * @param maxExposure       largest exposure
 * @param initialExposure   exposure at the beginning; the regime is then uniform and the drawdown 0
 * @param lossLimit         drawdown that closes the desk, in losses of one unit
 * @param crashSize         ℓ in a crash
 * @param carry             earned per unit and step
 * @param breachPenalty     price of a closed desk
 * @param regimes           of volatility
 */
public record DeleveragingProblem(
        int horizon,
        int maxExposure,
        int initialExposure,
        int lossLimit,
        int crashSize,
        double carry,
        double breachPenalty,
        DeleveragingRegimes regimes)
        implements ProblemSpec {
    /** Checks each; the error names the field. */
    public DeleveragingProblem {
        Checks.inRange("horizon", horizon, 1, 10_000);
        Checks.inRange("maxExposure", maxExposure, 1, 100);
        Checks.inRange("initialExposure", initialExposure, 0, maxExposure);
        Checks.inRange("lossLimit", lossLimit, 1, 1000);
        Checks.inRange("crashSize", crashSize, 1, 1000);
        Checks.inRange("carry", carry, -1e6, 1e6);
        Checks.inRange("breachPenalty", breachPenalty, 0, 1e6);
    }

    /** Fifty steps, five units, and three regimes: in the first carry pays, in the last crashes take it back. */
    public static DeleveragingProblem standard() {
        return new DeleveragingProblem(
                50,
                5,
                5,
                20,
                4,
                0.2,
                15,
                new DeleveragingRegimes(
                        List.of(0.10, 0.25, 0.40),
                        List.of(0.10, 0.20, 0.20),
                        List.of(0.0, 0.03, 0.15),
                        List.of(0.05, 0.2, 0.6),
                        List.of(0.02, 0.08, 0.25),
                        List.of(0.06, 0.12, 0.0),
                        List.of(0.0, 0.12, 0.10)));
    }

    @Override
    public String problem() {
        return "deleveraging";
    }

    /** The largest distance to the limit that a step with ℓ = 1 can go. */
    int reach() {
        return Math.min(lossLimit, maxExposure);
    }

    /** Numbers of an observation: three shares, the indicators of the regime and of the distance to the limit. */
    int features() {
        return 3 + regimes.count() + reach();
    }

    /** What it costs to trade {@code units} in a regime. */
    double cost(int regime, int units) {
        return regimes.spread().get(regime) * Math.abs(units) + regimes.impact().get(regime) * units * units;
    }

    @Override
    public VectorEnvironment environment(int worlds) {
        return new DeleveragingWorlds(this, worlds);
    }

    @Override
    public Referee referee() {
        return new DeleveragingReferee(this);
    }
}
