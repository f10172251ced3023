package catallaxy.agents.learning;

import java.io.Serial;

/** Parameters have grown beyond what numbers can hold: nothing that a learner would go on with means anything. */
public final class DivergedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Of a training that cannot go on from here.
     *
     * @param symptom what was found and when, such as {@code gradient of norm NaN at update 12}
     */
    public DivergedException(String symptom) {
        super(symptom);
    }
}
