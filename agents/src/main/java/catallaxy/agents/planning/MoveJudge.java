package catallaxy.agents.planning;

import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Activation;
import catallaxy.agents.network.FrozenMlp;

/**
 * What networks have learned from a planner's searches, {@link MoveTraining}: how much better a move is than others of its epoch, and what the
 * follower still earns from an epoch to the horizon. In plain Java, the same to the last bit on every machine. Owned by one thread.
 */
public final class MoveJudge {
    static final String ADVANTAGE = "advantage";
    static final String REMAINING = "remaining";
    static final String SCALES = "scales";
    static final Activation ACTIVATION = Activation.TANH;

    private final TensorStore tensors;
    private final FrozenMlp advantage;
    private final FrozenMlp remaining;
    private final float scale;
    private final float[] answer = new float[1];

    /**
     * Networks as they were saved.
     *
     * @throws IllegalArgumentException if they are not those of a judge
     */
    public MoveJudge(TensorStore tensors) {
        this.tensors = tensors;
        advantage = new FrozenMlp(tensors, ADVANTAGE, ACTIVATION);
        remaining = new FrozenMlp(tensors, REMAINING, ACTIVATION);
        scale = tensors.get(SCALES, 1)[0];
    }

    /** Whether it was taught in a seat whose proposals have so many features. */
    public boolean fits(int features) {
        return advantage.inputs() == MoveRow.width(features) && remaining.inputs() == MoveRow.width(features);
    }

    /** How much better a move is than the mean of its epoch, in deviations of that among all moves it learned from. */
    double advantage(float... row) {
        advantage.forward(row, 0, answer);
        return answer[0];
    }

    /** What the follower earns from an epoch to the horizon whose best proposal is this, quote units. */
    double remaining(float... row) {
        remaining.forward(row, 0, answer);
        return answer[0] * scale;
    }

    /** Another of the same networks, for another thread. */
    MoveJudge copy() {
        return new MoveJudge(tensors);
    }
}
