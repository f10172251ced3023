package catallaxy.agents.algorithm;

import catallaxy.agents.learning.ActionSpace;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.base.random.RandomStream;

/**
 * A discrete action space as one choice, for learners that estimate a value for each: all combinations of labels, those of
 * the last component varying fastest. Immutable.
 */
final class Choices {
    private static final int MOST = 256;

    private final int[] sizes;
    private final int maskSize;
    private final int count;

    /** @throws IllegalArgumentException if actions are quantities or there are more than 256 combinations */
    Choices(String algorithm, ActionSpec actions) {
        if (!(ActionSpace.of(actions) instanceof ActionSpace.Discrete discrete)) {
            throw new IllegalArgumentException(
                    algorithm + ": expected actions that are choices, found quantities; use td3, ddpg, ppo or a2c");
        }
        sizes = discrete.sizes();
        maskSize = discrete.logits();
        count = discrete.combinations();
        if (count > MOST) {
            throw new IllegalArgumentException(algorithm + ": expected at most " + MOST
                    + " combinations of choices, found " + count + "; use ppo or a2c");
        }
    }

    /** Number of combinations. */
    int count() {
        return count;
    }

    /**
     * Writes which combinations are allowed: those whose every label is.
     *
     * @param masks {@code [B, M]}
     * @param out   {@code [B, count]}, overwritten
     */
    void allowed(boolean[] masks, int rows, boolean[] out) {
        for (int i = 0; i < rows; i++) {
            for (int choice = 0; choice < count; choice++) {
                out[i * count + choice] = allowed(masks, i * maskSize, choice);
            }
        }
    }

    private boolean allowed(boolean[] masks, int offset, int choice) {
        int rest = choice;
        int end = offset + maskSize;
        for (int c = sizes.length - 1; c >= 0; c--) {
            end -= sizes[c];
            if (!masks[end + rest % sizes[c]]) {
                return false;
            }
            rest /= sizes[c];
        }
        return true;
    }

    /** Writes the labels of a combination to row {@code row} of {@code actions [B, A]}. */
    void write(int choice, float[] actions, int row) {
        int rest = choice;
        for (int c = sizes.length - 1; c >= 0; c--) {
            actions[row * sizes.length + c] = rest % sizes[c];
            rest /= sizes[c];
        }
    }

    /**
     * The allowed choice of the largest value, the first among equals; 0 where nothing is allowed.
     *
     * @param values  {@code [B, count]}
     * @param allowed {@code [B, count]}
     */
    int best(float[] values, boolean[] allowed, int row) {
        int best = -1;
        for (int i = row * count; i < (row + 1) * count; i++) {
            if (allowed[i] && (best < 0 || values[i] > values[best])) {
                best = i;
            }
        }
        return best < 0 ? 0 : best - row * count;
    }

    /** One of the allowed choices, each as probable; 0 where nothing is allowed. One word. */
    int any(boolean[] allowed, int row, RandomStream random) {
        int among = 0;
        for (int i = row * count; i < (row + 1) * count; i++) {
            among += allowed[i] ? 1 : 0;
        }
        int left = random.nextInt(Math.max(1, among));
        for (int i = row * count; i < (row + 1) * count; i++) {
            if (allowed[i] && left-- == 0) {
                return i - row * count;
            }
        }
        return 0;
    }
}
