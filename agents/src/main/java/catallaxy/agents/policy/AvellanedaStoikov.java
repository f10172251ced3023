package catallaxy.agents.policy;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.setting.Key;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.role.TwoSided;
import java.util.OptionalDouble;

/**
 * The market maker of Avellaneda and Stoikov 2008, "High-frequency trading in a limit order book",
 * https://doi.org/10.1080/14697680701381228: quotes around a price at which it is indifferent to its inventory.
 *
 * <pre>
 *   r = s − q γ σ² (T − t)                       reservation price, eq. 3.8 (mean of the two reservation prices)
 *   δa + δb = γ z σ² (T − t) + (2 / (γ z)) ln(1 + γ z / k)                                            eq. 3.18
 *   bid = r − (δa + δb) / 2,   ask = r + (δa + δb) / 2
 * </pre>
 *
 * <p>s mid-price [quote per base], q inventory [base] as deviation from the initial holding, σ [quote per base and √s],
 * T − t [s], γ [1/quote], k decay of the fill intensity A e^{−kδ} [base per quote], z size of a full quote [base]; the
 * paper has z = 1.
 *
 * <p>Deviations: order sizes other than one unit (the paper's problem solved for fills of z units); a horizon that may
 * roll, T − t constant, for markets without a close; each size is cut so that a fill cannot carry the inventory beyond the
 * seat's limit; offsets are cut at the role's bounds; without a mid-price or volatility there are no quotes. A reservation
 * price far from the mid gives a negative offset, a quote beyond the mid, as in the paper.
 */
public final class AvellanedaStoikov implements Agent {
    /**
     * Settings.
     *
     * @param gamma          γ, absolute risk aversion, 1/quote, positive; the paper takes 0.1
     * @param k              decay of the fill intensity with the distance from the mid, base per quote, positive; the
     *                       paper takes 1.5
     * @param horizonSeconds constant T − t; 0 for the time that remains of the run, as in the paper
     * @param sigma          σ, quote per base and √s; absent for the observed volatility
     */
    public record Config(
            double gamma,
            double k,
            double horizonSeconds,
            @Key(absent = "observed") OptionalDouble sigma) implements PolicySpec {
        public Config {
            Checks.inRange("gamma", gamma, 1e-12, 1e6);
            Checks.inRange("k", k, 1e-12, 1e12);
            Checks.inRange("horizonSeconds", horizonSeconds, 0, 3.1536e9);
            QuotedDistances.check(sigma);
        }

        @Override
        public String policy() {
            return "avellaneda-stoikov";
        }

        @Override
        public Class<?> seat() {
            return TwoSided.class;
        }
    }

    private final Config config;
    private final double z;
    private final QuotedDistances quotes;

    AvellanedaStoikov(Config config, AgentContext context) {
        this(config, (TwoSided) context.seat().role(), context.observations(), context.actions());
    }

    AvellanedaStoikov(Config config, TwoSided role, ObservationSpec observations, ActionSpec actions) {
        this.config = config;
        z = role.quoteSize();
        quotes = new QuotedDistances(this::distances, config.sigma(), role, observations, actions);
    }

    @Override
    public Action decide(Observation observation) {
        return quotes.decide(observation);
    }

    /** Itself: it remembers nothing. */
    @Override
    public AvellanedaStoikov copy() {
        return this;
    }

    private QuotedDistances.Distances distances(double q, double sigma, double timeRemaining) {
        double horizon = config.horizonSeconds() > 0 ? config.horizonSeconds() : timeRemaining;
        double shift = -q * config.gamma() * sigma * sigma * horizon;
        double half = spread(sigma, horizon) / 2;
        return new QuotedDistances.Distances(half - shift, half + shift);
    }

    /** δa + δb, quote per base. */
    private double spread(double sigma, double horizon) {
        double gammaZ = config.gamma() * z;
        return gammaZ * sigma * sigma * horizon + 2 / gammaZ * StrictMath.log1p(gammaZ / config.k());
    }
}
