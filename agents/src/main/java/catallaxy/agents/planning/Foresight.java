package catallaxy.agents.planning;

import catallaxy.environment.base.check.Checks;

/**
 * How far and how often a planner looks ahead.
 *
 * @param simulations     futures that it plays through before a decision
 * @param horizonNanos    simulated time from the decision to where a future is judged
 * @param decisions       of its own that it plans in a future; what comes after is left to its follower
 * @param discountPerHour rate at which what is earned later counts less
 * @param widening        exponent a of {@code ⌈N^a⌉}, the futures that are told apart after N visits
 */
public record Foresight(int simulations, long horizonNanos, int decisions, double discountPerHour, double widening) {
    /** The most futures that are told apart below one move. */
    static final int MOST_FUTURES = 256;

    /** Checks each; the error names the field. */
    public Foresight {
        Checks.inRange("simulations", simulations, 1, 100_000);
        Checks.inRange("horizonNanos", horizonNanos, 1_000_000L, 86_400_000_000_000L);
        Checks.inRange("decisions", decisions, 1, 64);
        Checks.inRange("discountPerHour", discountPerHour, 0, 1_000);
        Checks.inRange("widening", widening, 0, 1);
    }

    /** What a unit that is earned so much later is worth now. */
    double discount(long nanos) {
        return StrictMath.exp(-discountPerHour * nanos / 3_600e9);
    }
}
