package catallaxy.agents.algorithm;

/**
 * Pieces of trajectories to unroll a model along. Rows are those of the first step of all pieces, then of the second, and so on.
 *
 * @param size         {@code B}
 * @param steps        {@code K}
 * @param observations {@code [B, F]}: where each begins
 * @param moves        {@code [K · B]}: what was chosen at each step
 * @param rewards      {@code [K · B]}: of those moves; NaN where not known
 * @param policies     {@code [(K + 1) · B, A]}: what searches found; zeros where there was none
 * @param values       {@code [(K + 1) · B]}: returns from there on; NaN where not known
 */
@SuppressWarnings("ArrayRecordComponent")
record UnrollBatch(
        int size, int steps, float[] observations, int[] moves, double[] rewards, float[] policies, double[] values) {
    static UnrollBatch of(int size, int steps, int features, int actions) {
        return new UnrollBatch(
                size,
                steps,
                new float[size * features],
                new int[steps * size],
                new double[steps * size],
                new float[(steps + 1) * size * actions],
                new double[(steps + 1) * size]);
    }
}
