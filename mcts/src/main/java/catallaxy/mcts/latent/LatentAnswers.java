package catallaxy.mcts.latent;

/**
 * What a model says of {@code B} states.
 *
 * @param states  {@code [B, L]}
 * @param rewards {@code [B]}: of the moves that led there
 * @param logits  {@code [B, A]}: of the policy
 * @param values  {@code [B]}: what is still to be earned, discounted to the state
 */
@SuppressWarnings("ArrayRecordComponent")
public record LatentAnswers(float[] states, double[] rewards, float[] logits, double[] values) {}
