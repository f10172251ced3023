package catallaxy.agents.driver;

import catallaxy.environment.api.Observation;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * An agent's failure that ends a run: it did not decide in time, or it failed where no fault is borne. The message is for the
 * user, the cause is what the agent threw or, of one that hangs, where it was.
 */
public final class AgentFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final double NANOS = 1e9;

    private final String agent;
    private final String reason;

    private AgentFailedException(String message, String agent, String reason, @Nullable Throwable cause) {
        super(message, cause);
        this.agent = agent;
        this.reason = reason;
    }

    /** Whose fault it is. */
    public String agent() {
        return agent;
    }

    /** What was wrong, without whose fault it is and when. */
    String reason() {
        return reason;
    }

    /** A fault where none is borne. */
    public static AgentFailedException of(AgentFault fault) {
        return new AgentFailedException(
                "agent " + fault.agent() + " failed at its epoch " + fault.epoch() + ", "
                        + seconds(fault.timeNanos() / NANOS) + ": " + fault.message(),
                fault.agent(),
                fault.message(),
                fault.thrown());
    }

    /**
     * An agent that has not answered.
     *
     * @param asked      what it was to decide on
     * @param limitNanos wall-clock time that it had
     * @param where      its stack
     */
    public static AgentFailedException hung(Observation asked, long limitNanos, StackTraceElement... where) {
        IllegalStateException stuck = new IllegalStateException("still deciding");
        stuck.setStackTrace(where);
        return new AgentFailedException(
                "agent " + asked.agent() + " hangs: it did not decide at its epoch " + asked.epoch() + ", "
                        + seconds(asked.timeNanos() / NANOS) + ", within " + seconds(limitNanos / NANOS)
                        + " of wall-clock time (faults.decision-timeout)",
                asked.agent(),
                "hangs",
                stuck);
    }

    private static String seconds(double value) {
        return new BigDecimal(value, MathContext.DECIMAL64).stripTrailingZeros().toPlainString() + " s";
    }
}
