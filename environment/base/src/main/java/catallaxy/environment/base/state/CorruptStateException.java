package catallaxy.environment.base.state;

/** A saved state that cannot be read back: truncated, altered, or of another layout. */
public final class CorruptStateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CorruptStateException(String message) {
        super(message);
    }
}
