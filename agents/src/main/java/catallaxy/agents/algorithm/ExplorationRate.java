package catallaxy.agents.algorithm;

/**
 * The probability of a random action: falls linearly from the initial to the final one over the first part of a run and stays
 * there.
 *
 * @param explorationInitial  ε at first, in [0, 1]
 * @param explorationFinal    ε at last, in [0, 1]
 * @param explorationFraction share of the run over which ε falls, in [0, 1]
 */
public record ExplorationRate(double explorationInitial, double explorationFinal, double explorationFraction) {
    /** Checks each; the error names the field. */
    public ExplorationRate {
        Settings.share("explorationInitial", explorationInitial);
        Settings.share("explorationFinal", explorationFinal);
        Settings.share("explorationFraction", explorationFraction);
    }

    /** @param progress share of the run that is over */
    double at(double progress) {
        double share = progress >= explorationFraction ? 1 : progress / explorationFraction;
        return explorationInitial + share * (explorationFinal - explorationInitial);
    }
}
