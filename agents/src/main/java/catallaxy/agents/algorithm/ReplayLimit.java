package catallaxy.agents.algorithm;

import catallaxy.agents.learning.ActionSpace;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;

/** How many transitions a replay buffer can remember, since a checkpoint holds it in one array of bytes, at most 2 GiB. */
public final class ReplayLimit {
    private static final long MOST_BYTES = Integer.MAX_VALUE - (64L << 20);
    private static final int PRIORITY_BYTES = Double.BYTES;

    private ReplayLimit() {}

    /** Of an environment that is observed and acted in so. */
    public static int transitions(ObservationSpec observations, ActionSpec actions) {
        return switch (ActionSpace.of(actions)) {
            case ActionSpace.Continuous continuous -> transitions(observations.size(), continuous.size(), 0);
            case ActionSpace.Discrete discrete -> transitions(observations.size(), 1, discrete.combinations());
        };
    }

    /**
     * Of so many numbers each.
     *
     * @param features   {@code F}
     * @param actionSize {@code A}
     * @param choices    entries of a mask; 0 where actions are quantities
     */
    static int transitions(int features, int actionSize, int choices) {
        long floats = 2L * features + actionSize + 2;
        return (int) (MOST_BYTES / (floats * Float.BYTES + choices + PRIORITY_BYTES));
    }
}
