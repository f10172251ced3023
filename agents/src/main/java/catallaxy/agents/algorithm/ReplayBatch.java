package catallaxy.agents.algorithm;

/**
 * Rows of a {@link ReplayBuffer} to learn from. Made once by its learner, overwritten for each update.
 *
 * @param rows         {@code [B]} their places in the buffer
 * @param observations {@code [B, F]}
 * @param actions      {@code [B, A]}
 * @param returns      {@code [B]}: {@code R = Σ γᵏ r[t+k]} over n steps, fewer where an episode ended
 * @param discounts    {@code [B]}: what the value of {@code next} counts; {@code γⁿ}, 0 after termination
 * @param next         {@code [B, F]}: what followed these steps
 * @param nextAllowed  {@code [B, M]}: choices allowed there
 */
@SuppressWarnings("ArrayRecordComponent")
record ReplayBatch(
        int[] rows,
        float[] observations,
        float[] actions,
        float[] returns,
        float[] discounts,
        float[] next,
        boolean[] nextAllowed) {
    static ReplayBatch of(int size, int features, int actionSize, int choices) {
        return new ReplayBatch(
                new int[size],
                new float[size * features],
                new float[size * actionSize],
                new float[size],
                new float[size],
                new float[size * features],
                new boolean[size * choices]);
    }

    /** {@code B}. */
    int size() {
        return rows.length;
    }
}
