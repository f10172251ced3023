package catallaxy.agents.policy;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Meaning;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.role.Ranging;

/**
 * The liquidity provider with a range of a width by rule, about the price.
 *
 * <pre>
 *   w = width + multiple · σ √horizon        within what the seat allows
 * </pre>
 *
 * <p>σ the observed volatility. With {@code multiple} 0 the width is always the same: wide ranges earn little on each unit and are rarely moved,
 * narrow ones earn much and are moved often, and each move pays a swap and gas. A range of k deviations of a horizon is left within it with a
 * chance that does not depend on the volatility (Fritsch, Käser and Wattenhofer 2022, https://arxiv.org/abs/2204.01346, compare such
 * strategies). Deviation: the price is not foreseen, so that the range is centred at it.
 */
public final class RangeWidth implements Agent {
    private static final double SECONDS_PER_YEAR = 365 * 86_400.0;

    /**
     * Settings.
     *
     * @param width        part of the width that does not follow volatility, at least 0; where multiple is 0 too, no range is opened
     * @param multiple     deviations of the horizon that are added to it, at least 0
     * @param horizonNanos over which the deviation is
     * @param rebalance    half-widths by which the price may be off the centre before the range is moved, in [0, 1]
     * @param patience     epochs that it only watches
     */
    public record Config(double width, double multiple, long horizonNanos, double rebalance, int patience)
            implements PolicySpec {
        public Config {
            Checks.inRange("width", width, 0, 1000);
            Checks.inRange("multiple", multiple, 0, 1000);
            Checks.inRange("horizonNanos", horizonNanos, 1_000_000_000L, 31_536_000_000_000_000L);
            Checks.inRange("rebalance", rebalance, 0, 1);
            Checks.inRange("patience", patience, 0, 1_000_000);
        }

        @Override
        public String policy() {
            return "range-width";
        }

        @Override
        public Class<?> seat() {
            return Ranging.class;
        }
    }

    private final Config config;
    private final ActionSpec actions;
    private final int volatility;
    private final double most;
    private int epochs;

    RangeWidth(Config config, AgentContext context) {
        this(config, context.observations(), context.actions());
    }

    RangeWidth(Config config, ObservationSpec observations, ActionSpec actions) {
        this.config = config;
        this.actions = actions;
        Meaning width = actions.components().getFirst().meaning();
        volatility = observations.index(Quantity.VOLATILITY.of(width.subject()));
        most = ((ActionComponent.Continuous) actions.components().getFirst()).high();
    }

    private RangeWidth(RangeWidth of) {
        config = of.config;
        actions = of.actions;
        volatility = of.volatility;
        most = of.most;
        epochs = of.epochs;
    }

    @Override
    public RangeWidth copy() {
        return new RangeWidth(this);
    }

    @Override
    public Action decide(Observation now) {
        epochs++;
        double deviation = now.value(volatility) * StrictMath.sqrt(config.horizonNanos() / 1e9 / SECONDS_PER_YEAR);
        double width = Math.min(most, config.width() + config.multiple() * deviation);
        if (epochs <= config.patience() || !(width > 0)) {
            return Action.HOLD;
        }
        double[] values = actions.neutral();
        values[0] = width;
        values[2] = config.rebalance();
        return Action.of(values);
    }
}
