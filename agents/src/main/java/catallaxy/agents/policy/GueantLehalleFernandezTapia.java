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
 * The market maker of Guéant, Lehalle and Fernandez-Tapia 2013, "Dealing with the inventory risk: a solution to the market
 * making problem", https://doi.org/10.1007/s11579-012-0087-0, far from the end: quotes that depend on the inventory alone.
 * For fills of any size and either objective as in Guéant 2017, "Optimal market making",
 * https://arxiv.org/abs/1605.01862, eq. 4.6 and 4.7.
 *
 * <pre>
 *   δb(q) = c + (2q + Δ)/2 · w,   δa(q) = c − (2q − Δ)/2 · w
 *   c = ln(1 + ξΔ/k) / (ξΔ)                                               1/k for ξ = 0
 *   w = √( σ²γ / (2kAΔ) · (1 + ξΔ/k)^{1 + k/(ξΔ)} )        the power is e for ξ = 0
 * </pre>
 *
 * <p>δ distance from the mid-price [quote per base], q inventory [base] as deviation from the initial holding, Δ size of a
 * full quote [base], σ [quote per base and √s], γ [1/quote], A e^{−kδ} fills per second at distance δ, k [base per quote].
 * The paper has Δ = 1 and ξ = γ.
 *
 * <p>The exact quotes of that limit are differences of the logarithm of an eigenvector; these take for it the Gaussian
 * of the same problem in continuous inventory. So the skew is wrong by a share of about {@code 3kwΔ/16 − (kwq)²/24}.
 *
 * <p>Deviations: there is no bound of the inventory in the formula; each size is cut so that a fill cannot carry it beyond
 * the seat's limit; offsets are cut at the role's bounds; without a mid-price or volatility there are no quotes.
 */
public final class GueantLehalleFernandezTapia implements Agent {
    /** What the market maker maximises. */
    public enum Objective {
        /** Expected exponential utility of wealth with absolute risk aversion γ: ξ = γ. */
        EXPONENTIAL_UTILITY,
        /** Expected wealth less {@code ½ γ σ² ∫ q² dt}: ξ = 0. */
        RUNNING_PENALTY
    }

    /**
     * Settings.
     *
     * @param objective what is maximised; the paper takes exponential utility
     * @param gamma     γ, aversion to inventory risk, 1/quote, positive; the paper takes 0.01 per tick
     * @param k         decay of the fill intensity with the distance from the mid, base per quote, positive; the paper takes
     *                  0.3 per tick
     * @param A         fills of a full quote per second at the mid on each side, positive; the paper takes 0.9
     * @param sigma     σ, quote per base and √s; absent for the observed volatility
     */
    @SuppressWarnings("MemberName")
    public record Config(
            Objective objective,
            double gamma,
            double k,
            double A,
            @Key(absent = "observed") OptionalDouble sigma) implements PolicySpec {
        public Config {
            Checks.inRange("gamma", gamma, 1e-12, 1e6);
            Checks.inRange("k", k, 1e-12, 1e12);
            Checks.inRange("A", A, 1e-12, 1e12);
            QuotedDistances.check(sigma);
        }

        @Override
        public String policy() {
            return "gueant-lehalle-fernandez-tapia";
        }

        @Override
        public Class<?> seat() {
            return TwoSided.class;
        }
    }

    private final double delta;
    private final double c;
    private final double wPerSigma;
    private final QuotedDistances quotes;

    GueantLehalleFernandezTapia(Config config, AgentContext context) {
        this(config, (TwoSided) context.seat().role(), context.observations(), context.actions());
    }

    GueantLehalleFernandezTapia(Config config, TwoSided role, ObservationSpec observations, ActionSpec actions) {
        delta = role.quoteSize();
        double k = config.k();
        double xiDelta = switch (config.objective()) {
            case EXPONENTIAL_UTILITY -> config.gamma() * delta;
            case RUNNING_PENALTY -> 0;
        };
        c = xiDelta > 0 ? StrictMath.log1p(xiDelta / k) / xiDelta : 1 / k;
        double power = StrictMath.exp((xiDelta + k) * c);
        wPerSigma = StrictMath.sqrt(config.gamma() / (2 * k * config.A() * delta) * power);
        quotes = new QuotedDistances(this::distances, config.sigma(), role, observations, actions);
    }

    @Override
    public Action decide(Observation observation) {
        return quotes.decide(observation);
    }

    /** Itself: it remembers nothing. */
    @Override
    public GueantLehalleFernandezTapia copy() {
        return this;
    }

    private QuotedDistances.Distances distances(double q, double sigma, double timeRemaining) {
        double w = sigma * wPerSigma;
        return new QuotedDistances.Distances(c + (2 * q + delta) / 2 * w, c - (2 * q - delta) / 2 * w);
    }
}
