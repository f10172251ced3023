package catallaxy.agents.algorithm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import catallaxy.agents.learning.Game;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Activation;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.HostTensor;
import catallaxy.agents.network.Mlp;
import catallaxy.agents.network.ParameterLayout;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.mcts.Position;
import catallaxy.mcts.evaluation.Evaluator;
import java.util.List;

/**
 * A policy network and a value network for a game, apart from each other: θ, which is trained, and θ⁻, the best so far, which
 * plays. Owned by one learner, which closes them.
 *
 * <pre>
 *   loss   mean of (z − v)² − Σ_a π(a) ln p(a),  v = tanh(value(s)),  p = softmax of policy(s) over the legal moves
 * </pre>
 */
final class GameNetworks<P extends Position<P>> implements AutoCloseable {
    private final Game<P> game;
    private final Compute compute;
    private final int features;
    private final int actions;
    private final Mlp policy;
    private final Mlp value;
    private final TargetedParameters parameters;
    private final HostTensor inputs;
    private final HostTensor policyDerivatives;
    private final HostTensor valueDerivatives = new HostTensor(1);

    GameNetworks(Game<P> game, List<Integer> hidden, RandomStream random, Compute compute) {
        this.game = game;
        this.compute = compute;
        features = game.observationSpec().size();
        actions = game.actionSpec().maskSize();
        ParameterLayout layout = new ParameterLayout();
        policy = Mlp.orthogonal(layout, "policy", features, hidden, actions, Activation.RELU, 0.01);
        value = Mlp.orthogonal(layout, "value", features, hidden, 1, Activation.RELU, 0.01);
        parameters = new TargetedParameters("adam.", layout, random, TargetedParameters.ADAM_EPSILON, compute);
        inputs = new HostTensor(features);
        policyDerivatives = new HostTensor(actions);
    }

    /** Evaluates with θ⁻. */
    Evaluator<P> best() {
        return evaluator(parameters.targetConstants());
    }

    /** Evaluates with θ. */
    Evaluator<P> candidate() {
        return evaluator(parameters.constants());
    }

    /** {@code θ⁻ ← θ}. */
    void promote() {
        parameters.moveTarget(1);
    }

    /** Steps of training so far. */
    long updates() {
        return parameters.updates();
    }

    private Evaluator<P> evaluator(NDList theta) {
        return new GameEvaluator<>(game, (rows, count) -> answer(theta, rows, count));
    }

    private GameEvaluator.Answer answer(NDList theta, float[] rows, int count) {
        try (NDManager scope = compute.scope()) {
            NDArray x = inputs.fill(rows, count, scope);
            return new GameEvaluator.Answer(
                    policy.forward(theta, x).toFloatArray(),
                    value.forward(theta, x).toFloatArray());
        }
    }

    /** One step of Adam on a batch. */
    GameLoss update(GameBatch batch, double learningRate) {
        int rows = batch.size();
        GameLoss loss = new GameLoss(rows, actions);
        try (NDManager scope = compute.scope();
                GradientCollector gradients = compute.gradients()) {
            NDList theta = parameters.views(scope);
            NDArray x = inputs.fill(batch.observations(), rows, scope);
            NDArray logits = policy.forward(theta, x);
            NDArray raw = value.forward(theta, x);
            loss.differentiate(logits.toFloatArray(), raw.toFloatArray(), batch);
            NDArray ofPolicy = logits.mul(policyDerivatives.fill(loss.policyDerivative(), rows, scope));
            NDArray ofValue = raw.mul(valueDerivatives.fill(loss.valueDerivative(), rows, scope));
            gradients.backward(ofPolicy.sum().add(ofValue.sum()));
        }
        parameters.step(learningRate);
        return loss;
    }

    void save(TensorStore tensors, StateWriter rest) {
        parameters.save(tensors, rest);
    }

    void load(TensorStore tensors, StateReader rest) {
        parameters.load(tensors, rest);
    }

    @Override
    public void close() {
        parameters.close();
    }
}
