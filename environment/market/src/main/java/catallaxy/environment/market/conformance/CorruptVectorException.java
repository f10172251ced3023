package catallaxy.environment.market.conformance;

/** A vector file that breaks off, or holds something that is no vector. */
public final class CorruptVectorException extends Exception {
    private static final long serialVersionUID = 1L;

    CorruptVectorException(long line, String message) {
        super("line " + line + ": " + message);
    }
}
