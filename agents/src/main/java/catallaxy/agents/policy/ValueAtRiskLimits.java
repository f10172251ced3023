package catallaxy.agents.policy;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.agents.statistics.TailRisk;
import catallaxy.environment.market.kernel.Checks;
import catallaxy.environment.market.learning.Action;
import catallaxy.environment.market.learning.ActionComponent;
import catallaxy.environment.market.learning.ActionSpec;
import catallaxy.environment.market.learning.Observation;
import catallaxy.environment.market.learning.ObservationSpec;
import java.util.stream.IntStream;

/**
 * The risk manager that keeps each supervised agent within limits of value at risk, expected shortfall and drawdown.
 *
 * <p>From the equity of each agent it takes the returns between its own epochs over a rolling window, and from them VaR
 * and ES at one level ({@link TailRisk}), per epoch and as fractions of equity; drawdown is 1 − equity / running peak.
 *
 * <pre>
 *   u     = max(VaR / VaR limit, ES / ES limit, drawdown / drawdown limit)
 *   scale = 1                                       for u ≤ w
 *         = 1 − (1 − floor) (u − w) / (1 − w)       for w &lt; u &lt; 1
 *         = floor                                   for u ≥ 1
 *         = 0 (halt and flatten)                    from drawdown ≥ its limit until the cool-down is over
 * </pre>
 *
 * <p>Between floor and 1 the scale is rounded down to a multiple of 0.05, so that a report shows changes of limits and not
 * their every flicker. After the cool-down the agent is re-admitted with a new peak, its equity then, and an empty window; otherwise the old
 * drawdown would halt it again at once. So the loss between peaks is bounded, not that of the whole run.
 *
 * <p>The rule is ours. VaR limits on a desk: Jorion 2006, "Value at Risk", chapter 16; drawdown control by scaling with the
 * distance to the limit: Grossman and Zhou 1993, https://doi.org/10.1111/j.1467-9965.1993.tb00044.x, who also reach zero
 * at the limit. Deviation from both: linear between two points, and a floor, so that a scaled-down agent still trades.
 */
public final class ValueAtRiskLimits implements Agent {
    /** How VaR and ES are estimated. */
    public enum Method {
        /** From the sample of the window. */
        HISTORICAL,
        /** From the normal distribution with the window's mean and deviation. */
        PARAMETRIC
    }

    /**
     * Settings.
     *
     * @param method         how VaR and ES are estimated
     * @param level          α in [0.5, 0.9999]; commonly 0.99
     * @param window         returns in the window; VaR and ES count from a full quarter of it on, at least 10 returns
     * @param valueAtRisk    limit, fraction of equity per epoch
     * @param shortfall      limit of the expected shortfall, fraction of equity per epoch
     * @param drawdown       limit, fraction of the peak
     * @param warning        w, share of a limit from which the scale falls, in [0, 1)
     * @param floor          smallest scale short of a halt, in [0, 1]
     * @param coolDownNanos  simulated time from a halt to the re-admission
     */
    public record Config(
            Method method,
            double level,
            int window,
            double valueAtRisk,
            double shortfall,
            double drawdown,
            double warning,
            double floor,
            long coolDownNanos)
            implements PolicySpec {
        public Config {
            Checks.inRange("level", level, 0.5, 0.9999);
            Checks.inRange("window", window, 10, 1_000_000);
            Checks.inRange("value-at-risk", valueAtRisk, 1e-9, 1);
            Checks.inRange("expected-shortfall", shortfall, 1e-9, 1);
            Checks.inRange("drawdown", drawdown, 1e-9, 1);
            Checks.inRange("warning", warning, 0, 0.999);
            Checks.inRange("floor", floor, 0, 1);
            Checks.inRange("cool-down (ns)", coolDownNanos, 0, Long.MAX_VALUE);
        }

        @Override
        public String policy() {
            return "value-at-risk-limits";
        }

        @Override
        public String role() {
            return "risk";
        }
    }

    private static final String SCALE = "scale.";

    private final int[] equity;
    private final SupervisedEquity[] supervised;

    ValueAtRiskLimits(Config config, AgentContext context) {
        this(config, context.observations(), context.actions());
    }

    ValueAtRiskLimits(Config config, ObservationSpec observations, ActionSpec actions) {
        equity = actions.components().stream()
                .map(ActionComponent::name)
                .mapToInt(name -> observations.index("equity." + name.substring(SCALE.length())))
                .toArray();
        supervised =
                IntStream.of(equity).mapToObj(_ -> new SupervisedEquity(config)).toArray(SupervisedEquity[]::new);
    }

    @Override
    public Action decide(Observation observation) {
        double[] scales = new double[supervised.length];
        for (int i = 0; i < scales.length; i++) {
            scales[i] = supervised[i].scale(observation.timeNanos(), observation.value(equity[i]));
        }
        return Action.of(scales);
    }
}
