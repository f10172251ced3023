package catallaxy.environment.market.venue.adaptive;

import catallaxy.environment.base.number.UInt256;

/**
 * Exponential forgetting in whole numbers, by an implicit step: of a mean with time constant τ that has seen nothing else for a time t,
 * {@code ⌊value τ / (τ + t)⌋} is left. Over many short steps that tends to {@code exp(−t / τ)}. Pure functions.
 */
final class Forgetting {
    private Forgetting() {}

    /** What is left, {@code ⌊value τ / (τ + t)⌋}, of a value that is not negative. */
    static long left(long value, long tauNanos, long nanos) {
        return UInt256.of(value)
                .mulDivFloor(UInt256.of(tauNanos), UInt256.of(tauNanos).plusExact(UInt256.of(nanos)))
                .longValueExact();
    }
}
