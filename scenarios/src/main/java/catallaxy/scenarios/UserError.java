package catallaxy.scenarios;

import org.jspecify.annotations.Nullable;

/**
 * A failure that the user can understand and mend: one readable message and an exit code. The command line shows the
 * message alone; the stack trace appears with {@code --debug} only.
 */
public class UserError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    /**
     * An error without a cause worth showing.
     *
     * @param exitCode what the process exits with
     * @param message what is wrong, where, and what was expected; starts in lower case, may have several lines
     */
    public UserError(ExitCode exitCode, String message) {
        this(exitCode, message, null);
    }

    /** As the other constructor, with the exception that revealed the error. */
    public UserError(ExitCode exitCode, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** Wrong arguments or an invalid scenario. */
    public static UserError usage(String message) {
        return new UserError(ExitCode.USAGE, message);
    }

    /** A run that could not go on. */
    public static UserError failed(String message, Throwable cause) {
        return new UserError(ExitCode.FAILED, message, cause);
    }

    /** As the other method, where no exception revealed it. */
    public static UserError failed(String message) {
        return new UserError(ExitCode.FAILED, message);
    }

    /** Files that do not hold what they should. */
    public static UserError corrupt(String message) {
        return new UserError(ExitCode.CORRUPT, message);
    }

    /** What the process exits with. */
    public ExitCode exitCode() {
        return exitCode;
    }

    /** The message, never absent. */
    public String explanation() {
        String message = getMessage();
        return message == null ? getClass().getSimpleName() : message;
    }
}
