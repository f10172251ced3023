package catallaxy.agents.driver;

import org.jspecify.annotations.Nullable;

/**
 * An agent did not deliver a valid decision.
 *
 * @param epoch     of the agent
 * @param timeNanos simulated time of the epoch
 * @param message   one line for the reader of a report
 * @param thrown    what it threw; null of the other kinds
 */
public record AgentFault(
        String agent,
        long epoch,
        long timeNanos,
        Kind kind,
        String message,
        @Nullable Throwable thrown) {
    /** What went wrong. */
    public enum Kind {
        /** It threw. */
        THREW,
        /** It answered with nothing, with the wrong number of components, or outside their bounds. */
        INVALID_ACTION,
        /** Its actor no longer exists. */
        STOPPED,
        /** It has failed too often in a row and holds for the rest of the run. */
        RETIRED
    }
}
