package catallaxy.agents.algorithm;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * A position of a game that is not over yet.
 *
 * @param mover       the player who was to move
 * @param observation {@code [F]}
 * @param policy      {@code [A]}: what the search found
 * @param legal       {@code [A]}
 * @param value       what the search found it to be worth to the mover, in [−1, 1]
 */
@SuppressWarnings("ArrayRecordComponent")
record PlayedPosition(int mover, float[] observation, float[] policy, boolean[] legal, float value) {
    void save(StateWriter out) {
        out.int32(mover).floats(observation, observation.length).floats(policy, policy.length);
        for (boolean each : legal) {
            out.flag(each);
        }
        out.float64(value);
    }

    static PlayedPosition load(StateReader in) {
        int mover = in.int32();
        float[] observation = in.floats();
        float[] policy = in.floats();
        boolean[] legal = new boolean[policy.length];
        for (int i = 0; i < legal.length; i++) {
            legal[i] = in.flag();
        }
        return new PlayedPosition(mover, observation, policy, legal, (float) in.float64());
    }
}
