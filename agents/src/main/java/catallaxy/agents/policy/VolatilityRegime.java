package catallaxy.agents.policy;

import catallaxy.agents.risk.MovingMeanSquare;
import catallaxy.environment.base.check.Checks;

/**
 * Whether returns are calm, normal or stressed: the ratio of a fast to a slow moving deviation, the roots of a
 * {@link MovingMeanSquare} each. It is calm from {@code calm-below} down and stressed from
 * {@code stressed-above} up, and is so until the ratio is half way back to 1, so that it does not flicker. Before
 * 1 / (1 − λ_s) returns it is normal. The rule is ours. Mutable, one owner.
 */
public final class VolatilityRegime {
    /**
     * Settings. With both multipliers at 1 the regime changes nothing.
     *
     * @param fast               λ_f, decay per decision, in [0, 0.9999]
     * @param slow               λ_s, decay per decision, in [0, 0.9999]; commonly above λ_f
     * @param calmBelow          ratio, in [0, 1]
     * @param stressedAbove      ratio, in [1, 1000]
     * @param calmMultiplier     of the limits of VaR and ES while calm, in [0.01, 100]
     * @param stressedMultiplier the same while stressed
     */
    public record Config(
            double fast,
            double slow,
            double calmBelow,
            double stressedAbove,
            double calmMultiplier,
            double stressedMultiplier) {
        public Config {
            Checks.inRange("fast", fast, 0, 0.9999);
            Checks.inRange("slow", slow, 0, 0.9999);
            Checks.inRange("calmBelow", calmBelow, 0, 1);
            Checks.inRange("stressedAbove", stressedAbove, 1, 1000);
            Checks.inRange("calmMultiplier", calmMultiplier, 0.01, 100);
            Checks.inRange("stressedMultiplier", stressedMultiplier, 0.01, 100);
        }
    }

    private enum State {
        CALM,
        NORMAL,
        STRESSED
    }

    private final Config config;
    private State state = State.NORMAL;
    private double last = Double.NaN;
    private final MovingMeanSquare fast;
    private final MovingMeanSquare slow;

    VolatilityRegime(Config config) {
        this(config, new MovingMeanSquare(config.fast()), new MovingMeanSquare(config.slow()));
    }

    private VolatilityRegime(Config config, MovingMeanSquare fast, MovingMeanSquare slow) {
        this.config = config;
        this.fast = fast;
        this.slow = slow;
    }

    VolatilityRegime copy() {
        VolatilityRegime copy = new VolatilityRegime(config, fast.copy(), slow.copy());
        copy.state = state;
        copy.last = last;
        return copy;
    }

    /** Takes in the next equity and returns what the limits are to be multiplied by. */
    double multiplier(double equity) {
        if (last > 0) {
            observe(equity / last - 1);
        }
        last = equity;
        return switch (state) {
            case CALM -> config.calmMultiplier();
            case NORMAL -> 1;
            case STRESSED -> config.stressedMultiplier();
        };
    }

    private void observe(double value) {
        fast.add(value);
        slow.add(value);
        if (slow.isFull() && slow.value() > 0) {
            state = next(fast.deviationOver(slow));
        }
    }

    private State next(double ratio) {
        double calmUntil = state == State.CALM ? (1 + config.calmBelow()) / 2 : config.calmBelow();
        double stressedUntil = state == State.STRESSED ? (1 + config.stressedAbove()) / 2 : config.stressedAbove();
        if (ratio >= stressedUntil) {
            return State.STRESSED;
        }
        return ratio <= calmUntil ? State.CALM : State.NORMAL;
    }
}
