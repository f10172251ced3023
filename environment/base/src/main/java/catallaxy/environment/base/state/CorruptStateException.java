package catallaxy.environment.base.state;

/** A saved state that cannot be read back: truncated, altered, or of another layout. */
public final class CorruptStateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Of a state about which {@code message} says what was expected where, and what was found. */
    public CorruptStateException(String message) {
        super(message);
    }
}
