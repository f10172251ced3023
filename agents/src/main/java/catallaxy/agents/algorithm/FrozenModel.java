package catallaxy.agents.algorithm;

import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Activation;
import catallaxy.agents.network.FrozenMlp;
import catallaxy.mcts.latent.LatentAnswers;
import catallaxy.mcts.latent.LatentModel;

/** {@link MuZeroNetworks} in plain Java: a row gets the same answer to the last bit in every batch and on every machine. Owned by one thread. */
final class FrozenModel implements LatentModel {
    private final FrozenMlp representation;
    private final FrozenMlp dynamics;
    private final FrozenMlp reward;
    private final FrozenMlp prediction;
    private final CompressedSupport support;
    private final float[] input;
    private final float[] state;
    private final float[] rewards;
    private final float[] predicted;

    /** @throws IllegalArgumentException if the tensors are not those of such a model */
    FrozenModel(TensorStore tensors, CompressedSupport support) {
        this.support = support;
        representation = new FrozenMlp(tensors, MuZeroNetworks.REPRESENTATION, Activation.RELU);
        dynamics = new FrozenMlp(tensors, MuZeroNetworks.DYNAMICS, Activation.RELU);
        reward = new FrozenMlp(tensors, MuZeroNetworks.REWARD, Activation.RELU);
        prediction = new FrozenMlp(tensors, MuZeroNetworks.PREDICTION, Activation.RELU);
        input = new float[dynamics.inputs()];
        state = new float[representation.outputs()];
        rewards = new float[reward.outputs()];
        predicted = new float[prediction.outputs()];
    }

    @Override
    public int features() {
        return representation.inputs();
    }

    @Override
    public int width() {
        return state.length;
    }

    @Override
    public int actions() {
        return input.length - state.length;
    }

    @Override
    public LatentAnswers begin(float[] observations, int rows) {
        LatentAnswers answers = empty(rows);
        for (int row = 0; row < rows; row++) {
            representation.forward(observations, row * features(), state);
            answer(answers, row);
        }
        return answers;
    }

    @Override
    public LatentAnswers advance(float[] states, int[] moves, int rows) {
        LatentAnswers answers = empty(rows);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(states, row * width(), input, 0, width());
            for (int move = 0; move < actions(); move++) {
                input[width() + move] = move == moves[row] ? 1 : 0;
            }
            reward.forward(input, 0, rewards);
            answers.rewards()[row] = support.read(rewards, 0);
            dynamics.forward(input, 0, state);
            answer(answers, row);
        }
        return answers;
    }

    private LatentAnswers empty(int rows) {
        return new LatentAnswers(
                new float[rows * width()], new double[rows], new float[rows * actions()], new double[rows]);
    }

    /** Writes a row from the state before it is normalised. */
    private void answer(LatentAnswers answers, int row) {
        normaliseState();
        prediction.forward(state, 0, predicted);
        System.arraycopy(state, 0, answers.states(), row * width(), width());
        System.arraycopy(predicted, 0, answers.logits(), row * actions(), actions());
        answers.values()[row] = support.read(predicted, actions());
    }

    private void normaliseState() {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float each : state) {
            low = Math.min(low, each);
            high = Math.max(high, each);
        }
        float range = high - low + MuZeroNetworks.RANGE_EPSILON;
        for (int i = 0; i < state.length; i++) {
            state[i] = (state[i] - low) / range;
        }
    }
}
