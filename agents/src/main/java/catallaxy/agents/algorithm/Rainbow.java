package catallaxy.agents.algorithm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.HostTensor;
import catallaxy.agents.network.ParameterLayout;
import catallaxy.environment.base.check.InvalidValueException;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Rainbow, the algorithm of Hessel et al. 2018, https://arxiv.org/abs/1710.02298: a deep Q-network with six improvements,
 * each of which can be switched off.
 *
 * <pre>
 *   n steps         R = Σ_k γᵏ r[t+k]
 *   double          a* = argmax_a Q(s', a; θ), without it argmax_a Q(s', a; θ⁻)
 *   distributional  m = Φ(R + γⁿ z, p(s', a*; θ⁻));  loss −Σ_i m_i ln p_i(s, a; θ)
 *                   without it y = R + γⁿ Q(s', a*; θ⁻) and the Huber loss of Q(s, a; θ) − y
 *   prioritised     draws by p_i^ω, p_i the divergence of m from p(s, a; θ) or |Q − y|; losses weighted by (n P(i))^{−β}
 *   duelling        see {@link RainbowNetwork}
 *   noisy           see {@link catallaxy.agents.network.NoisyLinear}; without it ε-greedy
 *   every C         θ⁻ ← θ
 * </pre>
 *
 * <p>Deviations: features instead of frames; noise in the heads only; importance weights relative to the largest of the
 * batch; gradients of length at most {@code max-gradient-norm}. Targets and the derivative of the loss with respect to the
 * network's answers are computed in plain Java; the network library only runs the networks and carries it back.
 */
public final class Rainbow extends ValueLearner {
    private static final String NAME = "rainbow";

    /**
     * Settings. "Paper" is Hessel et al. 2018, table 1 (steps are a quarter of its frames), "SB3" the default of
     * Stable-Baselines3's DQN.
     *
     * @param hidden       widths of the shared hidden ReLU layers; 64, 64 (SB3)
     * @param improvements what a deep Q-network does not have
     * @param adamEpsilon  Adam's ε; 1.5e-4 (paper)
     * @param values       by their keys: learning-rate 6.25e-5 (paper), anneal-learning-rate false (paper), max-gradient-norm 10
     *                     (SB3); buffer-size 1 000 000 (paper), learning-starts 20 000 (paper), batch-size 32 (paper), discount
     *                     0.99 (paper), train-frequency 4 (paper), gradient-steps 1 (paper), reward-scale 1; where not noisy
     *                     exploration-initial 1, exploration-final 0.05, exploration-fraction 0.1 (SB3);
     *                     target-update-interval 8 000 (paper); normalise-observations false (SB3)
     */
    public record Config(List<Integer> hidden, Improvements improvements, double adamEpsilon, ValueSettings values) {
        /** Checks what is not checked yet; the error names the field. */
        public Config {
            hidden = Settings.widths("hidden", hidden);
            if (hidden.isEmpty()) {
                throw new InvalidValueException("hidden", "at least one width", "[]");
            }
            Settings.notNegative("adamEpsilon", adamEpsilon);
        }

        private RainbowNetwork network(ParameterLayout layout, int features, int choices) {
            return new RainbowNetwork(
                    layout,
                    features,
                    hidden,
                    improvements.duelling(),
                    choices,
                    improvements.numbers(),
                    improvements.noise().noiseSigma());
        }

        private PrioritisedReplay replay(LearningTask task, int choices) {
            int features = task.features();
            ReplayBuffer buffer = values.replay().buffer(task.worlds(), features, 1, choices, improvements.steps());
            ReplayBatch batch = ReplayBatch.of(values.replay().batchSize(), features, 1, choices);
            Improvements.Priority priority = improvements.priority();
            return new PrioritisedReplay(
                    buffer, priority.prioritised(), priority.priorityExponent(), batch, task.stream(NAME, "replay"));
        }
    }

    private final Improvements improvements;
    private final int atoms;
    private final ReturnSupport support;
    private final RainbowNetwork network;
    private final RainbowNetwork.Noise onlineNoise;
    private final RainbowNetwork.Noise targetNoise;
    private final TargetedParameters parameters;
    private final HostTensor derivatives;
    private final PrioritisedReplay replay;
    private final ReplayBatch batch;
    private final float[] wanted;
    private final float[] derivative;
    private final double[] errors;
    private RandomStream noise;

    /**
     * A learner at its first transition; its parameters, noise and random actions are drawn from the seed.
     *
     * @throws IllegalArgumentException if actions are quantities or more than 256 choices
     */
    public Rainbow(Config config, LearningTask task, Compute compute) {
        super(NAME, config.values(), task, compute);
        int count = choices.count();
        improvements = config.improvements();
        atoms = improvements.numbers();
        support = improvements.support();
        ParameterLayout layout = new ParameterLayout();
        network = config.network(layout, task.features(), count);
        onlineNoise = network.noise();
        targetNoise = network.noise();
        parameters = new TargetedParameters(
                "adam.", layout, task.stream(NAME, "parameters"), (float) config.adamEpsilon(), compute);
        derivatives = new HostTensor(count * atoms);
        replay = config.replay(task, count);
        batch = replay.batch();
        wanted = new float[batch.size() * atoms];
        derivative = new float[batch.size() * count * atoms];
        errors = new double[batch.size()];
        noise = task.stream(NAME, "noise");
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
    double epsilon() {
        return improvements.noise().noisy() && !clock.warmingUp() ? 0 : super.epsilon();
    }

    /** Each row with noise of its own. */
    @Override
    float[] exploringValues(float[] observations, int rows) {
        onlineNoise.resample(noise, improvements.noise().noisy() ? rows : 1);
        return means(answers(normalised(observations, rows), rows, parameters.constants(), onlineNoise));
    }

    /** Without noise. */
    @Override
    float[] values(float[] observations, int rows) {
        try (NDManager scope = compute.scope()) {
            NDArray x = input(normalised(observations, rows), rows, scope);
            return means(
                    probabilities(network.forward(parameters.constants(), x)).toFloatArray());
        }
    }

    /** {@code [B, choices, atoms]} of normalised observations: probabilities, or values where not distributional. */
    private float[] answers(float[] rows, int count, NDList theta, RainbowNetwork.Noise with) {
        try (NDManager scope = compute.scope()) {
            return probabilities(forward(theta, input(rows, count, scope), with, scope))
                    .toFloatArray();
        }
    }

    private NDArray forward(NDList theta, NDArray x, RainbowNetwork.Noise with, NDManager scope) {
        return improvements.noise().noisy() ? network.forward(theta, x, with, scope) : network.forward(theta, x);
    }

    private NDArray probabilities(NDArray answers) {
        return improvements.distributional() ? answers.softmax(2) : answers;
    }

    /** {@code [B, choices]}: expected values. */
    private float[] means(float[] answers) {
        if (!improvements.distributional()) {
            return answers;
        }
        float[] means = new float[answers.length / atoms];
        for (int i = 0; i < means.length; i++) {
            means[i] = (float) support.mean(answers, i * atoms);
        }
        return means;
    }

    @Override
    void update() {
        replay.sample(importanceExponent());
        normalise(batch);
        onlineNoise.resample(noise, 1);
        targetNoise.resample(noise, 1);
        want();
        int size = batch.size();
        try (NDManager scope = compute.scope();
                GradientCollector gradients = compute.gradients()) {
            NDArray x = input(batch.observations(), size, scope);
            NDArray answers = forward(parameters.views(scope), x, onlineNoise, scope);
            differentiate(probabilities(answers).toFloatArray());
            NDArray flat = answers.reshape(new Shape(size, -1));
            gradients.backward(
                    flat.mul(derivatives.fill(derivative, size, scope)).sum());
        }
        descend();
        for (int b = 0; b < size; b++) {
            replay.learned(b, errors[b]);
        }
    }

    private double importanceExponent() {
        double first = improvements.priority().importanceExponent();
        return first + (1 - first) * clock.progress();
    }

    /** Writes the distribution m, or the value y, that every transition of the batch should have. */
    private void want() {
        float[] next = answers(batch.next(), batch.size(), parameters.targetConstants(), targetNoise);
        float[] choosing = means(
                improvements.doubleQ()
                        ? answers(batch.next(), batch.size(), parameters.constants(), onlineNoise)
                        : next);
        for (int b = 0; b < batch.size(); b++) {
            int best = choices.best(choosing, batch.nextAllowed(), b);
            int at = (b * choices.count() + best) * atoms;
            if (improvements.distributional()) {
                support.project(next, at, batch.returns()[b], batch.discounts()[b], wanted, b * atoms);
            } else {
                wanted[b] = batch.returns()[b] + batch.discounts()[b] * next[at];
            }
        }
    }

    /** Writes the derivative of the weighted mean loss with respect to the network's answers, and the errors. */
    private void differentiate(float[] answers) {
        Arrays.fill(derivative, 0);
        double sum = 0;
        double sumQ = 0;
        for (int b = 0; b < batch.size(); b++) {
            int at = (b * choices.count() + (int) batch.actions()[b]) * atoms;
            double error =
                    improvements.distributional() ? distributionError(answers, at, b) : valueError(answers, at, b);
            sumQ += improvements.distributional() ? support.mean(answers, at) : answers[at];
            sum += replay.weight(b) * (improvements.distributional() ? error : HuberError.of(error));
            errors[b] = error;
        }
        loss = sum / batch.size();
        meanQ = sumQ / batch.size();
    }

    /** The divergence of m from p; the derivative of {@code −Σ m ln p} with respect to the logits is p − m. */
    private double distributionError(float[] probabilities, int at, int b) {
        double divergence = 0;
        for (int i = 0; i < atoms; i++) {
            float p = probabilities[at + i];
            float m = wanted[b * atoms + i];
            derivative[at + i] = replay.weight(b) * (p - m) / batch.size();
            divergence += m > 0 ? m * (StrictMath.log(m) - StrictMath.log(Math.max(p, Float.MIN_NORMAL))) : 0;
        }
        return Math.max(0, divergence);
    }

    /** Q − y; the derivative of its Huber function is the error clipped. */
    private double valueError(float[] values, int at, int b) {
        float error = values[at] - wanted[b];
        derivative[at] = replay.weight(b) * HuberError.derivative(error) / batch.size();
        return error;
    }

    @Override
    public Map<String, Double> metrics() {
        Map<String, Double> metrics = super.metrics();
        metrics.put("train/importance_exponent", importanceExponent());
        return metrics;
    }

    @Override
    void saveDraws(TensorStore tensors, StateWriter rest) {
        Draws.save("noise", noise, tensors, rest);
    }

    @Override
    void loadDraws(StateReader rest) {
        noise = RandomStream.load(rest);
    }
}
