package catallaxy.agents.driver;

import catallaxy.environment.market.learning.Action;
import org.jspecify.annotations.Nullable;

/** What came of asking one agent for one decision. */
public sealed interface Outcome {
    /** The agent was not asked. */
    Outcome NOT_ASKED = new NotAsked();

    /**
     * An answer, valid or not.
     *
     * @param action null if that is what the agent answered
     */
    record Answered(@Nullable Action action) implements Outcome {}

    /**
     * No answer.
     *
     * @param thrown what the agent threw, if it threw
     */
    record Faulted(
            AgentFault.Kind kind, String message, @Nullable Throwable thrown) implements Outcome {
        /** A fault of an agent that threw nothing. */
        public Faulted(AgentFault.Kind kind, String message) {
            this(kind, message, null);
        }
    }

    /** Not asked. */
    record NotAsked() implements Outcome {}

    /** The fault of an agent that threw. */
    static Faulted threw(Throwable thrown) {
        String message = thrown.getMessage();
        String kind = thrown.getClass().getSimpleName();
        return new Faulted(AgentFault.Kind.THREW, message == null ? kind : kind + ": " + message, thrown);
    }

    /** Whether {@code thrown} is the machine's trouble and not the agent's: it ends the run. */
    static boolean isFatal(Throwable thrown) {
        return thrown instanceof VirtualMachineError && !(thrown instanceof StackOverflowError);
    }
}
