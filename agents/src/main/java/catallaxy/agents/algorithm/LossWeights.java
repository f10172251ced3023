package catallaxy.agents.algorithm;

/**
 * The parts of an actor–critic's loss.
 *
 * @param valueCoefficient    c₁
 * @param entropyCoefficient  c₂
 * @param normaliseAdvantages to mean 0 and deviation 1 among the rows of a step
 */
public record LossWeights(double valueCoefficient, double entropyCoefficient, boolean normaliseAdvantages) {
    /** Checks each; the error names the field. */
    public LossWeights {
        Settings.notNegative("valueCoefficient", valueCoefficient);
        Settings.notNegative("entropyCoefficient", entropyCoefficient);
    }
}
