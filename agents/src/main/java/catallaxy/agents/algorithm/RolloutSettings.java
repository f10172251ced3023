package catallaxy.agents.algorithm;

/**
 * How rollouts are gathered and turned into advantages.
 *
 * @param rolloutLength         {@code T}, steps of every world between two updates
 * @param discount              γ
 * @param lambda                λ of the generalised advantages that the policy learns from
 * @param valueLambda           λ of the returns that the value network learns: decoupled as in Yuan et al. 2025,
 *                              https://arxiv.org/abs/2503.01491, since a noisy problem wants a low λ for the policy and a long
 *                              horizon a high one for the value
 * @param normaliseObservations by running mean and variance
 * @param normaliseRewards      by the running standard deviation of discounted returns
 */
public record RolloutSettings(
        int rolloutLength,
        double discount,
        double lambda,
        double valueLambda,
        boolean normaliseObservations,
        boolean normaliseRewards) {
    /** Checks each; the error names the field. */
    public RolloutSettings {
        Settings.positive("rolloutLength", rolloutLength);
        Settings.share("discount", discount);
        Settings.share("lambda", lambda);
        Settings.share("valueLambda", valueLambda);
    }
}
