package catallaxy.agents.driver;

/** The environment asks for another decision than the recorded one; the message names both. */
public final class ReplayDivergedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReplayDivergedException(String message) {
        super(message);
    }
}
