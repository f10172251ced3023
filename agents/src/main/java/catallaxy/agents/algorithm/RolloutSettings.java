package catallaxy.agents.algorithm;

/**
 * How rollouts are gathered and turned into advantages.
 *
 * @param length                {@code T}, steps of every world between two updates
 * @param discount              γ
 * @param lambda                λ of generalised advantage estimation
 * @param normaliseObservations by running mean and variance
 * @param normaliseRewards      by the running standard deviation of discounted returns
 */
record RolloutSettings(
        int length, double discount, double lambda, boolean normaliseObservations, boolean normaliseRewards) {}
