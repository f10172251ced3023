package catallaxy.mcts.evaluation;

/**
 * What an evaluator says of {@code B} positions: values and, where it has any, priors. Owned by one search, reused for every batch.
 */
public final class Evaluations {
    private final int players;
    private final int actions;
    /** {@code [B, players]}: what is still to be earned from the position on, discounted to the position. */
    private final double[] values;
    /** {@code [B, A]}: probabilities of moves, not necessarily summing to one over the legal ones. */
    private final float[] priors;

    private boolean uniform = true;

    /**
     * Room for {@code batch} positions.
     *
     * @param batch   {@code B}
     * @param players of the positions
     * @param actions {@code A}
     */
    public Evaluations(int batch, int players, int actions) {
        this.players = players;
        this.actions = actions;
        values = new double[batch * players];
        priors = new float[batch * actions];
    }

    /** Sets what a position is worth to a player from here on. */
    public void value(int row, int player, double value) {
        values[row * players + player] = value;
    }

    /** What a position is worth to a player from here on. */
    public double value(int row, int player) {
        return values[row * players + player];
    }

    /** Sets the probability of a move, in [0, 1]; moves that are not legal are ignored. */
    public void prior(int row, int action, float probability) {
        uniform = false;
        priors[row * actions + action] = probability;
    }

    /** The probability of a move. */
    public float prior(int row, int action) {
        return uniform ? 1f : priors[row * actions + action];
    }

    /** Whether no priors were given: all moves alike. */
    public boolean uniform() {
        return uniform;
    }
}
