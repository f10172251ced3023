package catallaxy.environment.base.registry;

/** A kind that cannot be registered; the message names its class and where it comes from, for whoever wrote it. */
public final class RegistrationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A fault that no exception revealed.
     *
     * @param message what is wrong with which class
     */
    public RegistrationException(String message) {
        super(message);
    }

    /** As the other constructor, with what the class threw. */
    public RegistrationException(String message, Throwable cause) {
        super(message, cause);
    }
}
