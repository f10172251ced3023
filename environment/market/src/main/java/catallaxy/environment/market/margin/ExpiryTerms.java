package catallaxy.environment.market.margin;

import catallaxy.environment.base.check.Checks;

/**
 * The end of a dated future: at the first marking from {@code expiry} on, all positions are settled at the mean of the index over the
 * settlement window before it, rounded to the nearest tick.
 *
 * @param expiryNanos           simulated time
 * @param settlementWindowNanos over which the index is averaged
 */
public record ExpiryTerms(long expiryNanos, long settlementWindowNanos) {
    private static final long YEAR = 365 * 86_400_000_000_000L;

    public ExpiryTerms {
        Checks.inRange("expiryNanos", expiryNanos, 1_000_000_000L, 10 * YEAR);
        Checks.inRange("settlementWindowNanos", settlementWindowNanos, 0, YEAR);
    }
}
