package catallaxy.agents.policy;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.agents.risk.RiskMethod;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.role.Supervising;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The risk manager that keeps each supervised agent within limits of value at risk, expected shortfall and drawdown.
 *
 * <p>From the equity of each agent it takes the returns between its own epochs over a rolling window, and from them VaR
 * and ES by one method ({@link RiskMethod}) at the levels and over the horizons of its limits, as fractions of equity; drawdown is 1 − equity / running peak.
 *
 * <pre>
 *   u     = max(VaR / (m · VaR limit), ES / (m · ES limit), drawdown / drawdown limit), over all limits
 *   scale = 1                                       for u ≤ w
 *         = 1 − (1 − floor) (u − w) / (1 − w)       for w &lt; u &lt; 1
 *         = floor                                   for u ≥ 1
 *         = 0 (halt and flatten)                    from drawdown ≥ its limit until the cool-down is over
 * </pre>
 *
 * <p>The multiplier m is that of the {@link VolatilityRegime} of the supervised agents' equity together; 1 unless set.
 * Between floor and 1 the scale is rounded down to a multiple of 0.05, so that a report shows changes of limits and not
 * their every flicker. After the cool-down the agent is re-admitted with a new peak, its equity then, and an empty window; otherwise the old
 * drawdown would halt it again at once. So the loss between peaks is bounded, not that of the whole run.
 *
 * <p>The rule is ours. VaR limits on a desk: Jorion 2006, "Value at Risk", chapter 16; drawdown control by scaling with the
 * distance to the limit: Grossman and Zhou 1993, https://doi.org/10.1111/j.1467-9965.1993.tb00044.x, who also reach zero
 * at the limit. Deviation from both: linear between two points, and a floor, so that a scaled-down agent still trades.
 */
public final class ValueAtRiskLimits implements Agent {
    /**
     * Settings.
     *
     * @param method         how VaR and ES are estimated; a model with parameters is fitted anew every quarter of a window
     * @param limits         at least one; all are kept
     * @param window         returns in the window, at least twice the longest horizon; VaR and ES count from a full quarter of
     *                       it on, at least 10 returns and twice the horizon
     * @param regime         how the limits of VaR and ES follow the volatility of the agents' equity together
     * @param drawdown       limit, fraction of the peak
     * @param warning        w, share of a limit from which the scale falls, in [0, 1)
     * @param floor          smallest scale short of a halt, in [0, 1]
     * @param coolDownNanos  simulated time from a halt to the re-admission
     */
    public record Config(
            RiskMethod method,
            List<TailLimit> limits,
            int window,
            VolatilityRegime.Config regime,
            double drawdown,
            double warning,
            double floor,
            long coolDownNanos)
            implements PolicySpec {
        public Config {
            limits = List.copyOf(limits);
            Checks.that(!limits.isEmpty(), "limits", "at least one", "none");
            Checks.inRange("window", window, 10, 1_000_000);
            int longest = limits.stream().mapToInt(TailLimit::horizon).max().orElseThrow();
            Checks.that(window >= 2 * longest, "window", "at least twice the longest horizon", window);
            Checks.inRange("drawdown", drawdown, 1e-9, 1);
            Checks.inRange("warning", warning, 0, 0.999);
            Checks.inRange("floor", floor, 0, 1);
            Checks.inRange("coolDownNanos", coolDownNanos, 0, Long.MAX_VALUE);
        }

        @Override
        public String policy() {
            return "value-at-risk-limits";
        }

        @Override
        public Class<?> seat() {
            return Supervising.class;
        }
    }

    private final int[] equity;
    private final SupervisedEquity[] supervised;
    private final VolatilityRegime regime;

    ValueAtRiskLimits(Config config, AgentContext context) {
        this(config, context.observations(), context.actions());
    }

    ValueAtRiskLimits(Config config, ObservationSpec observations, ActionSpec actions) {
        equity = actions.components().stream()
                .mapToInt(each ->
                        observations.index(Quantity.EQUITY.of(each.meaning().subject())))
                .toArray();
        supervised =
                IntStream.of(equity).mapToObj(_ -> new SupervisedEquity(config)).toArray(SupervisedEquity[]::new);
        regime = new VolatilityRegime(config.regime());
    }

    private ValueAtRiskLimits(ValueAtRiskLimits of) {
        equity = of.equity;
        supervised = Stream.of(of.supervised).map(SupervisedEquity::copy).toArray(SupervisedEquity[]::new);
        regime = of.regime.copy();
    }

    @Override
    public ValueAtRiskLimits copy() {
        return new ValueAtRiskLimits(this);
    }

    @Override
    public Action decide(Observation observation) {
        double multiplier = regime.multiplier(
                IntStream.of(equity).mapToDouble(observation::value).sum());
        double[] scales = new double[supervised.length];
        for (int i = 0; i < scales.length; i++) {
            scales[i] = supervised[i].scale(observation.timeNanos(), observation.value(equity[i]), multiplier);
        }
        return Action.of(scales);
    }
}
