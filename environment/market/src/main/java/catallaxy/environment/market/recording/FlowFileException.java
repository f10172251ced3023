package catallaxy.environment.market.recording;

/** A recording that cannot be used; the message names the file, the line, what was expected and what was found. */
public final class FlowFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FlowFileException(String file, int line, String problem) {
        super(file + ", line " + line + ": " + problem);
    }
}
