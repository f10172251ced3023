package catallaxy.agents.algorithm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Activation;
import catallaxy.agents.network.Adam;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.HostTensor;
import catallaxy.agents.network.Mlp;
import catallaxy.agents.network.ParameterLayout;
import catallaxy.agents.network.ParameterVector;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.mcts.latent.LatentAnswers;
import catallaxy.mcts.latent.LatentModel;
import java.util.List;

/**
 * The four networks of a learned model, θ, under one optimiser. Owned by one learner, which closes them.
 *
 * <pre>
 *   s = n(representation(o)),  s' = n(dynamics(s, a)),  r = reward(s, a),  (p, v) = prediction(s)
 *   n(x) = (x − min x) / (max x − min x + 1e-5),  a one-hot
 * </pre>
 */
final class MuZeroNetworks implements LatentModel, AutoCloseable {
    static final String REPRESENTATION = "representation";
    static final String DYNAMICS = "dynamics";
    static final String REWARD = "reward";
    static final String PREDICTION = "prediction";
    static final float RANGE_EPSILON = 1e-5f;

    private static final int[] FEATURES = {1};
    private static final float[] HALF = {0.5f};
    private static final float ADAM_EPSILON = 1e-8f;

    private final Compute compute;
    private final int actions;
    private final int latent;
    private final CompressedSupport support;
    private final Mlp representation;
    private final Mlp dynamics;
    private final Mlp reward;
    private final Mlp prediction;
    private final ParameterVector theta;
    private final Adam adam;
    private final NDManager held;
    private final NDList constants;
    private final HostTensor observed;
    private final HostTensor states;
    private final HostTensor moves;
    private final HostTensor half = new HostTensor(1);
    private final HostTensor byPrediction;
    private final HostTensor byReward;

    MuZeroNetworks(ModelShape shape, int features, int actions, RandomStream random, Compute compute) {
        this.compute = compute;
        this.actions = actions;
        latent = shape.latent();
        support = shape.numbers();
        List<Integer> hidden = shape.hidden();
        int atoms = support.atoms();
        ParameterLayout layout = new ParameterLayout();
        Activation relu = Activation.RELU;
        representation = Mlp.orthogonal(layout, REPRESENTATION, features, hidden, latent, relu, 1);
        dynamics = Mlp.orthogonal(layout, DYNAMICS, latent + actions, hidden, latent, relu, 1);
        reward = Mlp.orthogonal(layout, REWARD, latent + actions, hidden, atoms, relu, 0.01);
        prediction = Mlp.orthogonal(layout, PREDICTION, latent, hidden, actions + atoms, relu, 0.01);
        theta = layout.build(compute, random);
        adam = new Adam(compute, theta, ADAM_EPSILON);
        held = compute.scope();
        constants = theta.constants(held);
        observed = new HostTensor(features);
        states = new HostTensor(latent);
        moves = new HostTensor(actions);
        byPrediction = new HostTensor(actions + atoms);
        byReward = new HostTensor(atoms);
    }

    @Override
    public int features() {
        return representation.inputs();
    }

    @Override
    public int width() {
        return latent;
    }

    @Override
    public int actions() {
        return actions;
    }

    /** Steps of training so far. */
    long updates() {
        return adam.updates();
    }

    private static NDArray normalised(NDArray state) {
        NDArray low = state.min(FEATURES, true);
        NDArray range = state.max(FEATURES, true).sub(low).add(RANGE_EPSILON);
        return state.sub(low).div(range);
    }

    @Override
    public LatentAnswers begin(float[] observations, int rows) {
        try (NDManager scope = compute.scope()) {
            NDArray x = observed.fill(observations, rows, scope);
            return answers(normalised(representation.forward(constants, x)), new double[rows]);
        }
    }

    @Override
    public LatentAnswers advance(float[] from, int[] chosen, int rows) {
        try (NDManager scope = compute.scope()) {
            NDArray input = states.fill(from, rows, scope).concat(moves.fill(oneHot(chosen), rows, scope), 1);
            double[] rewards = read(reward.forward(constants, input).toFloatArray(), support.atoms(), 0);
            return answers(normalised(dynamics.forward(constants, input)), rewards);
        }
    }

    private LatentAnswers answers(NDArray state, double[] rewards) {
        float[] predicted = prediction.forward(constants, state).toFloatArray();
        float[] logits = new float[rewards.length * actions];
        for (int row = 0; row < rewards.length; row++) {
            System.arraycopy(predicted, row * prediction.outputs(), logits, row * actions, actions);
        }
        return new LatentAnswers(state.toFloatArray(), rewards, logits, read(predicted, prediction.outputs(), actions));
    }

    /** The numbers whose logits begin at {@code offset} in each row. */
    private double[] read(float[] outputs, int width, int offset) {
        double[] numbers = new double[outputs.length / width];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = support.read(outputs, row * width + offset);
        }
        return numbers;
    }

    private float[] oneHot(int[] chosen) {
        float[] rows = new float[chosen.length * actions];
        for (int row = 0; row < chosen.length; row++) {
            rows[row * actions + chosen[row]] = 1;
        }
        return rows;
    }

    /** One step of Adam along a batch; gradients into each state that a move was made from are halved. */
    UnrollLoss update(UnrollBatch batch, double valueWeight, double learningRate, double maxNorm) {
        UnrollLoss loss = new UnrollLoss(batch, support, valueWeight);
        try (NDManager scope = compute.scope();
                GradientCollector gradients = compute.gradients()) {
            NDList views = theta.views(scope);
            NDList unrolled = new NDList();
            NDList inputs = new NDList();
            NDArray start = observed.fill(batch.observations(), batch.size(), scope);
            unrolled.add(normalised(representation.forward(views, start)));
            NDList chosen = moves.fill(oneHot(batch.moves()), batch.moves().length, scope)
                    .split(batch.steps());
            for (NDArray move : chosen) {
                inputs.add(halved(unrolled.getLast(), scope).concat(move, 1));
                unrolled.add(normalised(dynamics.forward(views, inputs.getLast())));
            }
            NDArray predicted = prediction.forward(views, joined(unrolled));
            NDArray rewarded = reward.forward(views, joined(inputs));
            NDArray ofPredictions =
                    byPrediction.fill(loss.ofPredictions(predicted.toFloatArray()), batch.values().length, scope);
            NDArray ofRewards = byReward.fill(loss.ofRewards(rewarded.toFloatArray()), batch.rewards().length, scope);
            gradients.backward(predicted
                    .mul(ofPredictions)
                    .sum()
                    .add(rewarded.mul(ofRewards).sum()));
        }
        adam.step(learningRate, maxNorm);
        return loss;
    }

    /** One below the other. DJL makes a copy of a single tensor, into which no gradient flows. */
    private static NDArray joined(NDList parts) {
        return parts.size() == 1 ? parts.head() : NDArrays.concat(parts);
    }

    /** The same number, half of the gradient. */
    private NDArray halved(NDArray state, NDManager scope) {
        NDArray factor = half.fill(HALF, 1, scope);
        return state.mul(factor).add(state.stopGradient().mul(factor));
    }

    void save(TensorStore tensors, StateWriter rest) {
        theta.save("", tensors);
        adam.save("adam.", tensors, rest);
    }

    void load(TensorStore tensors, StateReader rest) {
        theta.load("", tensors);
        adam.load("adam.", tensors, rest);
    }

    @Override
    public void close() {
        held.close();
        adam.close();
        theta.close();
    }
}
