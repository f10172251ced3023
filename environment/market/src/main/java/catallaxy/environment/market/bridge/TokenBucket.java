package catallaxy.environment.market.bridge;

import catallaxy.environment.base.number.UInt256;

/**
 * A token bucket by virtual scheduling: the time at which it would be full again says how full it is, so that what it lets through one
 * after the other is first in, first out, and exact to the nanosecond, rounded up (the generic cell rate algorithm, ITU-T I.371, annex A).
 * What is more than a full bucket waits for more than one window. Owned by its bridge.
 */
final class TokenBucket {
    private final UInt256 size;
    private final long windowNanos;
    private long fullAtNanos;

    /** A bucket that is full. */
    TokenBucket(UInt256 size, long windowNanos) {
        this.size = size;
        this.windowNanos = windowNanos;
    }

    /** Takes an amount; returns when it may pass, now at the earliest. */
    long take(long nowNanos, UInt256 amount) {
        long filling = size.isZero() ? Long.MAX_VALUE / 4 : nanos(amount);
        fullAtNanos = Math.max(nowNanos, fullAtNanos) + filling;
        return Math.max(nowNanos, fullAtNanos - windowNanos);
    }

    private long nanos(UInt256 amount) {
        UInt256 most = UInt256.of(Long.MAX_VALUE / 4);
        return amount.mulDivCeil(UInt256.of(windowNanos), size).min(most).longValueExact();
    }

    /** What it would let through at once, base units, rounded down. */
    UInt256 left(long nowNanos) {
        long busy = Math.min(windowNanos, Math.max(0, fullAtNanos - nowNanos));
        return size.mulDivFloor(UInt256.of(windowNanos - busy), UInt256.of(windowNanos));
    }

    long fullAtNanos() {
        return fullAtNanos;
    }

    TokenBucket at(long fullAt) {
        fullAtNanos = fullAt;
        return this;
    }

    TokenBucket copy() {
        return new TokenBucket(size, windowNanos).at(fullAtNanos);
    }
}
