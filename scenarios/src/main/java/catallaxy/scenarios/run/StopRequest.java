package catallaxy.scenarios.run;

import java.io.Serial;

/** Unwinds a run that was asked to stop. */
final class StopRequest extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final long timeNanos;

    /** @param timeNanos simulated time of the event at which the run stops */
    StopRequest(long timeNanos) {
        super("asked to stop", null, false, false);
        this.timeNanos = timeNanos;
    }

    long timeNanos() {
        return timeNanos;
    }
}
