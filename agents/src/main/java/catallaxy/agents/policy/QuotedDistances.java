package catallaxy.agents.policy;

import catallaxy.environment.api.Action;
import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.role.TwoSided;
import java.util.OptionalDouble;

/**
 * What market makers with a closed form have in common: the state of the model is read from the seat's observation, and the
 * distances from the mid-price at which the model quotes become the seat's action. Offsets are cut at the role's bounds;
 * each size is cut so that a fill cannot carry the inventory beyond the seat's limit; without a mid-price or volatility there
 * are no quotes. A negative distance is a quote beyond the mid.
 */
final class QuotedDistances {
    private static final double BPS = 10_000;

    /** The closed form. */
    @FunctionalInterface
    interface Model {
        /**
         * Where to quote.
         *
         * @param inventory     q, base, as deviation from the initial holding
         * @param sigma         σ, quote per base and √s
         * @param timeRemaining of the run, s
         */
        Distances of(double inventory, double sigma, double timeRemaining);
    }

    /**
     * Distances of the quotes from the mid-price, quote per base.
     *
     * @param bid below it
     * @param ask above it
     */
    record Distances(double bid, double ask) {}

    private final Model model;
    private final OptionalDouble sigma;
    private final double maxInventory;
    private final double quoteSize;
    private final double lowOffset;
    private final double highOffset;
    private final int timeRemaining;
    private final int mid;
    private final int inventory;
    private final int volatility;

    /** @param sigma taken for the volatility; absent for the observed one */
    QuotedDistances(
            Model model, OptionalDouble sigma, TwoSided role, ObservationSpec observations, ActionSpec actions) {
        this.model = model;
        this.sigma = sigma;
        maxInventory = role.maxInventory();
        quoteSize = role.quoteSize();
        ActionComponent.Continuous offset =
                (ActionComponent.Continuous) actions.components().get(actions.index("bid_offset_bps"));
        lowOffset = offset.low();
        highOffset = offset.high();
        timeRemaining = observations.index("time_remaining");
        mid = observations.index("mid");
        inventory = observations.index("inventory");
        volatility = observations.index("volatility");
    }

    /** Refuses a volatility that no model takes. */
    static void check(OptionalDouble sigma) {
        Checks.inRange("sigma", sigma.orElse(0), 0, 1e12);
    }

    Action decide(Observation observation) {
        double s = observation.value(mid);
        double q = observation.value(inventory);
        double moving = sigma.orElse(observation.value(volatility));
        if (!(s > 0) || !(moving >= 0)) {
            return Action.of(observation.actions().neutral());
        }
        Distances distances = model.of(q, moving, observation.value(timeRemaining));
        return Action.of(offset(distances.bid() / s), offset(distances.ask() / s), size(-q), size(q));
    }

    private double offset(double fractionOfMid) {
        return Math.clamp(fractionOfMid * BPS, lowOffset, highOffset);
    }

    /** Share of a full quote that fits when the fill moves inventory away from {@code towardsZero}. */
    private double size(double towardsZero) {
        return Math.clamp((maxInventory + towardsZero) / quoteSize, 0, 1);
    }
}
