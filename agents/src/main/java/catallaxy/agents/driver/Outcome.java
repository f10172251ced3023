package catallaxy.agents.driver;

import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import java.util.Optional;
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
    record Answered(@Nullable Action action) implements Outcome {
        /** What is wrong with it as the answer to an observation, or nothing. */
        public Optional<Faulted> fault(Observation asked) {
            if (action == null) {
                return Optional.of(new Faulted(AgentFault.Kind.INVALID_ACTION, "no action"));
            }
            Optional<String> complaint = action instanceof Action.Vector vector
                    ? asked.actions().complaint(vector.values())
                    : Optional.empty();
            return complaint.map(what -> new Faulted(AgentFault.Kind.INVALID_ACTION, what));
        }
    }

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

    /** The fault of an agent that threw, or that asked one that failed. */
    static Faulted threw(Throwable thrown) {
        if (thrown instanceof AgentFailedException asked) {
            return new Faulted(AgentFault.Kind.THREW, asked.reason(), thrown);
        }
        return new Faulted(AgentFault.Kind.THREW, Thrown.text(thrown), thrown);
    }

    /** Whether {@code thrown} is the machine's trouble and not the agent's: it ends the run. */
    static boolean isFatal(Throwable thrown) {
        return thrown instanceof VirtualMachineError && !(thrown instanceof StackOverflowError);
    }
}
