package catallaxy.agents.algorithm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import catallaxy.environment.base.random.RandomStream;

/**
 * The distribution of actions for which a policy network's outputs stand: sampling, log-probability, entropy and the
 * derivatives of both, on plain arrays, one row a world. It remembers the row it {@link #score scored} last. One owner.
 */
interface ActionDistribution {
    /**
     * What the distribution takes of the network's sums: themselves, or squashed into bounds, and parameters of its own that do
     * not depend on the observation. Differentiable.
     *
     * @param sums {@code [B, sums]}
     * @return {@code [B, outputs]}
     */
    NDArray outputs(NDList views, NDArray sums);

    /** Sums that the network must have. */
    int sums();

    /** Width of {@link #outputs(NDList, NDArray)}. */
    int outputs();

    /**
     * Takes over what follows a schedule.
     *
     * @param remaining share of the training that is left
     */
    void refresh(double remaining);

    /**
     * Samples the action of one row and writes it as the rollout keeps it.
     *
     * @param outputs {@code [B, outputs]}
     * @param masks   {@code [B, M]}
     * @param actions {@code [·, A]}, written at {@code actionRow}
     * @return log-probability (density) of the sample
     */
    float sample(float[] outputs, boolean[] masks, int row, float[] actions, int actionRow, RandomStream random);

    /** Writes the most probable action of one row as the rollout keeps it. */
    void mode(float[] outputs, boolean[] masks, int row, float[] actions);

    /** Writes the action of {@code row} in the units of the environment. */
    void toEnvironment(float[] actions, int row, float[] out, int outRow);

    /**
     * Log-probability (density) of an action.
     *
     * @param outputs   {@code [B, outputs]}, read at {@code row}
     * @param masks     {@code [·, M]}, read at {@code actionRow}
     * @param actions   {@code [·, A]}, read at {@code actionRow}
     */
    double score(float[] outputs, int row, boolean[] masks, float[] actions, int actionRow);

    /** Entropy (differential) of the row scored last. */
    double entropy();

    /**
     * Writes the derivative of {@code byLogProbability · log π(a|s) + byEntropy · H} of the row scored last by its outputs.
     *
     * @param derivatives {@code [B, outputs]}, written at the row that was scored
     */
    void differentiate(double byLogProbability, double byEntropy, float[] derivatives);
}
