package catallaxy.agents.algorithm;

/**
 * What learners that estimate a value for each choice have in common.
 *
 * @param replay                what is remembered, and the rhythm of updates
 * @param exploration           how often anything is tried
 * @param descent               of the updates
 * @param targetUpdateInterval  C, transitions between two copies to the target network
 * @param normaliseObservations by running mean and variance
 */
public record ValueSettings(
        ReplaySettings replay,
        ExplorationRate exploration,
        Descent descent,
        int targetUpdateInterval,
        boolean normaliseObservations) {
    /** Checks what is not checked yet; the error names the field. */
    public ValueSettings {
        Settings.positive("targetUpdateInterval", targetUpdateInterval);
    }
}
