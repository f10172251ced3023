package catallaxy.scenarios.file.learning;

import java.io.Serial;

/** A learner that no {@link LearnerBinding} has given what it needs; the message says who does. */
public final class UnboundLearnerException extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Of a learner that cannot learn or act where it is. */
    public UnboundLearnerException(String message) {
        super(message);
    }
}
