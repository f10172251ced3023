package catallaxy.agents.algorithm;

import java.util.List;

/**
 * What the value network is to say of the positions of a game that is over: λ-returns of the values that the searches found,
 * {@code y_t = (1 − λ) q_t + λ y_{t+1}} with the outcome beyond the last. Each is its mover's, so that it changes sign with him.
 */
final class GameTargets {
    private GameTargets() {}

    /**
     * The targets, in the order of the positions.
     *
     * @param outcome to the mover of the last position, in [−1, 1]
     * @param trace   λ; 1 for outcomes alone, 0 for the values of the searches alone
     */
    static float[] of(List<PlayedPosition> played, float outcome, double trace) {
        float[] targets = new float[played.size()];
        double next = outcome;
        int mover = played.getLast().mover();
        for (int i = targets.length - 1; i >= 0; i--) {
            PlayedPosition position = played.get(i);
            double own = position.mover() == mover ? next : -next;
            next = (1 - trace) * position.value() + trace * own;
            mover = position.mover();
            targets[i] = (float) next;
        }
        return targets;
    }
}
