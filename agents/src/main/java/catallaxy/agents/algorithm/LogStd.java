package catallaxy.agents.algorithm;

/**
 * Natural logarithm of the standard deviation of continuous actions.
 *
 * @param learned   a parameter that gradients move from {@code initial} on; otherwise linear in time from initial to last
 * @param initial   at the beginning
 * @param scheduled at the planned end, where it is not learned
 */
record LogStd(boolean learned, double initial, double scheduled) {
    /** The scheduled value while {@code remaining} of the training is left, in [0, 1]. */
    double at(double remaining) {
        return scheduled + remaining * (initial - scheduled);
    }
}
