package catallaxy.environment.market.world;

import catallaxy.environment.base.check.Checks;

/**
 * A scripted move of one asset's price: its logarithm goes by {@code logReturn}, evenly over {@code durationNanos}
 * from {@code atNanos} on, and stays there. A flash crash is two of them, down and up again.
 *
 * @param atNanos simulated time of the beginning, not negative
 * @param logReturn in [−20, 20]; −0.2 is a fall by 18 %
 * @param durationNanos not negative; 0 moves the price at once
 */
public record ShockSpec(long atNanos, String asset, double logReturn, long durationNanos) {
    public ShockSpec {
        Checks.that(!asset.isBlank(), "asset", "a name", "nothing");
        Checks.inRange("atNanos", atNanos, 0L, Long.MAX_VALUE);
        Checks.inRange("logReturn", logReturn, -20.0, 20.0);
        Checks.inRange("durationNanos", durationNanos, 0L, Long.MAX_VALUE);
    }

    /** How far the logarithm of the price has been moved by {@code timeNanos}. */
    double displacement(long timeNanos) {
        long elapsed = timeNanos - atNanos;
        if (elapsed < 0) {
            return 0;
        }
        return elapsed >= durationNanos ? logReturn : logReturn * ((double) elapsed / durationNanos);
    }
}
