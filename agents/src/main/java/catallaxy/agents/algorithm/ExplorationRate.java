package catallaxy.agents.algorithm;

/**
 * The probability of a random action: falls linearly from {@code initial} to {@code end} over the first {@code fraction} of
 * a run and stays there.
 *
 * @param fraction in [0, 1]
 */
record ExplorationRate(double initial, double end, double fraction) {
    /** @param progress share of the run that is over */
    double at(double progress) {
        double share = progress >= fraction ? 1 : progress / fraction;
        return initial + share * (end - initial);
    }
}
