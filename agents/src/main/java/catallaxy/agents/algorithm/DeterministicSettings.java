package catallaxy.agents.algorithm;

import catallaxy.agents.network.Activation;
import java.util.List;

/**
 * What learners of a policy without chance have in common.
 *
 * @param hidden                widths of the hidden layers of policy and critics
 * @param activation            of the hidden layers
 * @param annealLearningRate    whether α falls linearly over the run, to 1/n of it at the last of n updates
 * @param tau                   τ, how far targets follow at a time
 * @param explorationNoise      σ
 * @param normaliseObservations by running mean and variance
 * @param standardiseActions    by mean and deviation of each batch, for the critics
 * @param replay                what is remembered, and the rhythm of updates
 */
public record DeterministicSettings(
        List<Integer> hidden,
        Activation activation,
        boolean annealLearningRate,
        double tau,
        double explorationNoise,
        boolean normaliseObservations,
        boolean standardiseActions,
        ReplaySettings replay) {
    /** Checks what is not checked yet; the error names the field. */
    public DeterministicSettings {
        hidden = Settings.widths("hidden", hidden);
        Settings.share("tau", tau);
        Settings.notNegative("explorationNoise", explorationNoise);
    }
}
