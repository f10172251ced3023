package catallaxy.scenarios.bridge;

import catallaxy.scenarios.UserError;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** What Python has opened and plays with: an environment, or the seats of a run. Used by one thread at a time. */
interface Bridged {
    /** What its numbers mean, for the answer to {@code open}. */
    Map<String, Object> description();

    /** What both sides read and write. */
    SharedLayout layout();

    /** Takes the block that {@link #layout} asked for, before the first turn. */
    void attach(SharedBlock block, Turns turns);

    /**
     * Does what the block says, and leaves the outcome there.
     *
     * @throws IOException if the other side does not listen any more
     */
    void turn() throws IOException;

    /**
     * Answers a question that is asked between two turns.
     *
     * @throws UserError if it is none
     */
    Map<String, Object> answer(String question, Map<String, ?> details);

    /** What it all came to, after a turn that was the last, whether it failed or not; empty where others follow. */
    default Optional<Map<String, Object>> result() {
        return Optional.empty();
    }

    /** The error of a question that this does not answer. */
    static UserError unknown(String question) {
        return UserError.usage("bridge: no such request here: " + question);
    }
}
