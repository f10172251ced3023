package catallaxy.agents.algorithm;

/**
 * How rollouts are gathered and turned into advantages.
 *
 * @param length                {@code T}, steps of every world between two updates
 * @param discount              γ
 * @param lambda                λ of the advantages that the policy learns from
 * @param valueLambda           λ of the returns that the value network learns
 * @param normaliseObservations by running mean and variance
 * @param normaliseRewards      by the running standard deviation of discounted returns
 */
record RolloutSettings(
        int length,
        double discount,
        double lambda,
        double valueLambda,
        boolean normaliseObservations,
        boolean normaliseRewards) {}
