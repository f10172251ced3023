package catallaxy.agents.algorithm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Activation;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.HostTensor;
import catallaxy.agents.network.Mlp;
import catallaxy.agents.network.ParameterLayout;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Arrays;
import java.util.List;

/**
 * Deep Q-network, the algorithm of Mnih et al. 2015, https://doi.org/10.1038/nature14236.
 *
 * <pre>
 *   act      a = random with probability ε, otherwise argmax_a Q(s, a; θ)
 *   target   y = r + γ max_a' Q(s', a'; θ⁻),  y = r where s' is terminal
 *   loss     mean of h(Q(s, a; θ) − y), h the Huber function: its derivative is the error clipped to [−1, 1]
 *   every C  θ⁻ ← θ
 * </pre>
 *
 * <p>Deviations: Adam instead of RMSProp, features instead of frames, updates in rounds, gradients of length at most
 * {@code max-gradient-norm}; all as in Stable-Baselines3. Targets and the derivative of the loss with respect to Q are
 * computed in plain Java; the network library only runs the networks and carries the derivative back.
 */
public final class Dqn extends ValueLearner {
    private static final String NAME = "dqn";

    /**
     * Settings. "SB3" is the default of Stable-Baselines3's DQN, "paper" Mnih et al. 2015, table 1.
     *
     * @param hidden widths of the hidden ReLU layers; 64, 64 (SB3)
     * @param values by their keys: learning-rate 1e-4 (SB3), anneal-learning-rate false (SB3), max-gradient-norm 10 (SB3);
     *               buffer-size 1 000 000 (paper, SB3), learning-starts 100 (SB3; the paper has 50 000), batch-size 32 (paper,
     *               SB3), discount 0.99 (paper, SB3), train-frequency 4 (paper, SB3), gradient-steps 1 (paper, SB3),
     *               reward-scale 1; exploration-initial 1 (paper, SB3), exploration-final 0.05 (SB3; the paper has 0.1),
     *               exploration-fraction 0.1 (SB3); target-update-interval 10 000 (SB3; the paper counts updates);
     *               normalise-observations false (SB3)
     */
    public record Config(List<Integer> hidden, ValueSettings values) {
        /** Checks the widths; the error names the field. */
        public Config {
            hidden = Settings.widths("hidden", hidden);
        }
    }

    private final Mlp q;
    private final TargetedParameters parameters;
    private final HostTensor derivatives;
    private final UniformReplay replay;
    private final ReplayBatch batch;
    private final float[] derivative;

    /**
     * A learner at its first transition; its parameters and random actions are drawn from the seed.
     *
     * @throws IllegalArgumentException if actions are quantities or more than 256 choices
     */
    public Dqn(Config config, LearningTask task, Compute compute) {
        super(NAME, config.values(), task, compute);
        int count = choices.count();
        ParameterLayout layout = new ParameterLayout();
        q = Mlp.uniform(layout, "q", task.features(), config.hidden(), count, Activation.RELU);
        parameters = new TargetedParameters(
                "adam.", layout, task.stream(NAME, "parameters"), TargetedParameters.ADAM_EPSILON, compute);
        derivatives = new HostTensor(count);
        replay =
                config.values().replay().uniform(task.worlds(), task.features(), 1, count, task.stream(NAME, "replay"));
        batch = replay.batch();
        derivative = new float[batch.size() * count];
    }

    @Override
    public String algorithm() {
        return NAME;
    }

    @Override
    TargetedParameters parameters() {
        return parameters;
    }

    @Override
    Memory memory() {
        return replay;
    }

    @Override
    float[] exploringValues(float[] observations, int rows) {
        return values(observations, rows);
    }

    @Override
    float[] values(float[] observations, int rows) {
        return values(normalised(observations, rows), rows, parameters.constants());
    }

    private float[] values(float[] normalised, int rows, NDList theta) {
        try (NDManager scope = compute.scope()) {
            return q.forward(theta, input(normalised, rows, scope)).toFloatArray();
        }
    }

    @Override
    void update() {
        replay.sample();
        normalise(batch);
        float[] nextValues = values(batch.next(), batch.size(), parameters.targetConstants());
        float[] y = new float[batch.size()];
        for (int b = 0; b < y.length; b++) {
            int best = choices.best(nextValues, batch.nextAllowed(), b);
            y[b] = batch.returns()[b] + batch.discounts()[b] * nextValues[b * choices.count() + best];
        }
        try (NDManager scope = compute.scope();
                GradientCollector gradients = compute.gradients()) {
            NDArray values = q.forward(parameters.views(scope), input(batch.observations(), y.length, scope));
            differentiate(values.toFloatArray(), y);
            gradients.backward(
                    values.mul(derivatives.fill(derivative, y.length, scope)).sum());
        }
        descend();
    }

    /** Writes the derivative of the mean Huber loss with respect to every Q-value. */
    private void differentiate(float[] values, float[] y) {
        Arrays.fill(derivative, 0);
        double sum = 0;
        double sumQ = 0;
        for (int b = 0; b < y.length; b++) {
            int at = b * choices.count() + (int) batch.actions()[b];
            float error = values[at] - y[b];
            derivative[at] = HuberError.derivative(error) / y.length;
            sum += HuberError.of(error);
            sumQ += values[at];
        }
        loss = sum / y.length;
        meanQ = sumQ / y.length;
    }

    @Override
    void saveDraws(TensorStore tensors, StateWriter rest) {
        replay.saveDraws(tensors, rest);
    }

    @Override
    void loadDraws(StateReader rest) {
        replay.loadDraws(rest);
    }
}
