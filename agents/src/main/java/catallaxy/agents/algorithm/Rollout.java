package catallaxy.agents.algorithm;

import catallaxy.agents.learning.VectorStep;

/**
 * What a policy lived through in {@code T} steps of {@code N} worlds, row {@code t·N + i}. Filled step by step, then read by
 * the update. Owned by one learner.
 */
final class Rollout {
    private final int length;
    private final int worlds;
    private final int features;
    private final int maskSize;
    /** {@code [T·N, F]}, normalised, acted on. */
    final float[] observations;
    /** {@code [T·N, A]}: components in [−1, 1] and beyond before clipping, or indices. */
    final float[] actions;
    /** {@code [T·N, M]}: true where an action was allowed. */
    final boolean[] masks;
    /** {@code [T·N]}. */
    final float[] logProbabilities;

    final double[] rewards;
    final boolean[] terminated;
    final boolean[] ended;
    final float[] values;
    final float[] nextValues;
    final float[] advantages;
    final float[] returns;
    /** {@code [T·N, F]}, normalised: what the actions led to; only rows that were truncated and the last {@code N} are set. */
    final float[] next;

    private int filled;

    Rollout(int length, int worlds, int features, int actionSize, int maskSize) {
        this.length = length;
        this.worlds = worlds;
        this.features = features;
        this.maskSize = maskSize;
        int rows = length * worlds;
        observations = new float[rows * features];
        next = new float[rows * features];
        actions = new float[rows * actionSize];
        masks = new boolean[rows * maskSize];
        logProbabilities = new float[rows];
        rewards = new double[rows];
        terminated = new boolean[rows];
        ended = new boolean[rows];
        values = new float[rows];
        nextValues = new float[rows];
        advantages = new float[rows];
        returns = new float[rows];
    }

    int rows() {
        return length * worlds;
    }

    int worlds() {
        return worlds;
    }

    /** The first row of the step that is being filled. */
    int row() {
        return filled * worlds;
    }

    boolean empty() {
        return filled == 0;
    }

    boolean full() {
        return filled == length;
    }

    void clear() {
        filled = 0;
    }

    /** Takes the masks that hold for the actions of this step. */
    void putMasks(boolean[] allowed) {
        System.arraycopy(allowed, 0, masks, row() * maskSize, worlds * maskSize);
    }

    /**
     * Takes the answer to the actions of this step and goes on to the next.
     *
     * @param scaled         {@code [N]} rewards as learned from
     * @param normalisedNext {@code [N, F]}
     */
    void putAnswer(VectorStep answer, double[] scaled, float[] normalisedNext) {
        int row = row();
        boolean last = filled == length - 1;
        for (int i = 0; i < worlds; i++) {
            rewards[row + i] = scaled[i];
            terminated[row + i] = answer.terminated()[i];
            ended[row + i] = answer.ended(i);
            if (last || answer.truncated()[i]) {
                System.arraycopy(normalisedNext, i * features, next, (row + i) * features, features);
            }
        }
        filled++;
    }

    /** Whether {@link #next} of this row is set: where its value cannot be read from the row {@code N} below. */
    boolean hasOwnNext(int row) {
        return row >= rows() - worlds || (ended[row] && !terminated[row]);
    }
}
