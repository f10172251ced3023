package catallaxy.agents.algorithm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import catallaxy.environment.market.random.RandomStream;

/**
 * The distribution of actions for which a policy network's outputs stand. Sampling happens on plain arrays, one row a world;
 * log-probabilities and entropies for the update are differentiable tensors.
 */
interface ActionDistribution {
    /**
     * What the network's sums mean to the distribution: themselves, or squashed into bounds. Sampling and {@link #terms} take
     * these outputs.
     *
     * @param sums {@code [B, outputs]}
     */
    NDArray outputs(NDArray sums);

    /** Outputs that the network must have. */
    int outputs();

    /**
     * What the update needs of the actions taken, as float rows: the actions themselves, or one-hot choices.
     *
     * @return numbers in one row
     */
    int encodedSize();

    /** Writes the encoded action of {@code row} to {@code out[offset …]}. */
    void encode(float[] actions, int row, float[] out, int offset);

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
     * Differentiable {@code [B]} log-probabilities and {@code [B]} or scalar entropies.
     *
     * @param outputs {@code [B, outputs]}
     * @param encoded {@code [B, encodedSize]}
     * @param masks   {@code [B, M]}, 1 where allowed; empty if everything is
     */
    Terms terms(NDList views, NDArray outputs, NDArray encoded, NDList masks);

    /**
     * Takes over what sampling needs of the parameters, after they changed.
     *
     * @param remaining share of the training that is left
     */
    void refresh(NDList views, double remaining);

    /** See {@link #terms}. */
    record Terms(NDArray logProbability, NDArray entropy) {}
}
