package catallaxy.agents.policy;

import org.jspecify.annotations.Nullable;

/** An agent that cannot be made from what the scenario says about it; the message says what to mend. */
public final class AgentCreationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** An agent that cannot be made, with why in words for the user. */
    public AgentCreationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
