package catallaxy.agents.algorithm;

/**
 * How parameters follow their gradient.
 *
 * @param learningRate       Adam's α at the beginning
 * @param annealLearningRate whether α falls linearly over the run, to 1/n of it at the last of n updates
 * @param maxGradientNorm    longest gradient
 */
public record Descent(double learningRate, boolean annealLearningRate, double maxGradientNorm) {
    /** Checks each; the error names the field. */
    public Descent {
        Settings.notNegative("learningRate", learningRate);
        Settings.positive("maxGradientNorm", maxGradientNorm);
    }
}
