package catallaxy.environment.market.engine;

import catallaxy.environment.base.check.Checks;

/**
 * A participant's own way to chains and exchanges, on top of theirs.
 *
 * @param latencyNanos added to the least delay of each message
 * @param jitter       added to the place's jitter: mean of the random part of a delay, as a share of its least
 */
public record Line(long latencyNanos, double jitter) {
    /** One that adds nothing. */
    public static final Line NONE = new Line(0, 0);

    public Line {
        Checks.inRange("latencyNanos", latencyNanos, 0, 60_000_000_000L);
        Checks.inRange("jitter", jitter, 0, 10);
    }
}
