package catallaxy.mcts.latent;

/**
 * A model of one player's world that knows states only as vectors of its own, {@code L} numbers each, and answers many rows in one call.
 * Schrittwieser et al. 2020, https://arxiv.org/abs/1911.08265: representation h, dynamics g and prediction f.
 *
 * <pre>
 *   begin     s = h(o),            p, v = f(s)
 *   advance   r, s' = g(s, a),     p, v = f(s')
 * </pre>
 */
public interface LatentModel {
    /** {@code F}, numbers of one observation. */
    int features();

    /** {@code L}, numbers of one state. */
    int width();

    /** {@code A}, moves in any state. */
    int actions();

    /**
     * States of observations; their rewards are 0.
     *
     * @param observations {@code [B, F]}
     */
    LatentAnswers begin(float[] observations, int rows);

    /**
     * States that moves lead to.
     *
     * @param states {@code [B, L]}
     * @param moves  {@code [B]}
     */
    LatentAnswers advance(float[] states, int[] moves, int rows);
}
