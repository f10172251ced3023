package catallaxy.agents.algorithm;

/**
 * Natural logarithm of the standard deviation of continuous actions in [−1, 1].
 *
 * @param learnLogStd   whether gradients move it from the initial one on; otherwise it goes linearly from initial to final
 * @param initialLogStd at the beginning
 * @param finalLogStd   at the planned end, where it is not learned
 */
public record LogStd(boolean learnLogStd, double initialLogStd, double finalLogStd) {
    /** The scheduled value while {@code remaining} of the training is left, in [0, 1]. */
    double at(double remaining) {
        return finalLogStd + remaining * (initialLogStd - finalLogStd);
    }
}
