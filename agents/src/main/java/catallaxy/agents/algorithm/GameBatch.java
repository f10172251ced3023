package catallaxy.agents.algorithm;

/**
 * Positions to learn from.
 *
 * @param size         {@code B}
 * @param observations {@code [B, F]}
 * @param policies     {@code [B, A]}: what the search found; 0 where a move is not legal
 * @param legal        {@code [B, A]}
 * @param outcomes     {@code [B]}: z in [−1, 1], to the mover
 */
@SuppressWarnings("ArrayRecordComponent")
record GameBatch(int size, float[] observations, float[] policies, boolean[] legal, float[] outcomes) {
    static GameBatch of(int size, int features, int actions) {
        return new GameBatch(
                size,
                new float[size * features],
                new float[size * actions],
                new boolean[size * actions],
                new float[size]);
    }
}
