package catallaxy.environment.api.command;

import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;

/** Reads calls of whatever kinds a market has. */
@FunctionalInterface
public interface CallReader {
    /**
     * Reads the call that {@link Call#write} wrote.
     *
     * @throws CorruptStateException if there is none, or none of a known kind
     */
    Call read(StateReader in);
}
