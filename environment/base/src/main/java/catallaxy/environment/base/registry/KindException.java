package catallaxy.environment.base.registry;

/** What a registered kind did against its promise; the message names it and the value, for whoever wrote it. */
public final class KindException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A promise that was not kept.
     *
     * @param message who did what
     */
    public KindException(String message) {
        super(message);
    }
}
