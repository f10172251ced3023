package catallaxy.agents.algorithm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.learning.VectorStep;
import catallaxy.agents.network.Adam;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.HostTensor;
import catallaxy.agents.network.ObservationNormaliser;
import catallaxy.agents.network.ParameterLayout;
import catallaxy.agents.network.ParameterVector;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.check.InvalidValueException;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
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
public final class Rainbow implements Learner {
    private static final String NAME = "rainbow";

    /**
     * Settings. "Paper" is Hessel et al. 2018, table 1 (steps are a quarter of its frames), "SB3" the default of
     * Stable-Baselines3's DQN.
     *
     * @param hidden                widths of the shared hidden ReLU layers; 64, 64 (SB3)
     * @param doubleQ               whether the online network chooses the next action; true (paper)
     * @param duelling              whether value and advantages have separate heads; true (paper)
     * @param prioritised           whether surprising transitions are drawn more often; true (paper)
     * @param steps                 n; 3 (paper), 1 to switch off
     * @param distributional        whether the distribution of returns is learned; true (paper)
     * @param noisy                 whether noise in the heads explores; true (paper)
     * @param atoms                 of the distribution; 51 (paper)
     * @param vMin                  smallest return of the distribution; −10 (paper)
     * @param vMax                  largest return of the distribution; 10 (paper)
     * @param noiseSigma            σ₀; 0.5 (paper)
     * @param priorityExponent      ω; 0.5 (paper)
     * @param importanceExponent    β at first, 1 at the end of the run; 0.4 (paper)
     * @param learningRate          Adam's α at the beginning; 6.25e-5 (paper)
     * @param annealLearningRate    whether α falls linearly over the run, to 1/n of it at the last of n updates; false (paper)
     * @param adamEpsilon           Adam's ε; 1.5e-4 (paper)
     * @param bufferSize            transitions remembered; 1 000 000 (paper)
     * @param learningStarts        random transitions before the first update; 20 000 (paper)
     * @param batchSize             transitions of an update; 32 (paper)
     * @param discount              γ; 0.99 (paper)
     * @param trainFrequency        steps of each world between two rounds of updates; 4 (paper)
     * @param gradientSteps         updates of a round, −1 for one a transition; 1 (paper)
     * @param targetUpdateInterval  C, transitions between two copies to the target network; 8 000 (paper)
     * @param explorationInitial    ε at first where not noisy; 1 (SB3)
     * @param explorationFinal      ε at last where not noisy; 0.05 (SB3)
     * @param explorationFraction   share of the run over which ε falls; 0.1 (SB3)
     * @param maxGradientNorm       longest gradient; 10 (SB3)
     * @param rewardScale           what rewards are multiplied by before they are learned from; 1
     * @param normaliseObservations by running mean and variance; false (SB3)
     */
    public record Config(
            List<Integer> hidden,
            boolean doubleQ,
            boolean duelling,
            boolean prioritised,
            int steps,
            boolean distributional,
            boolean noisy,
            int atoms,
            double vMin,
            double vMax,
            double noiseSigma,
            double priorityExponent,
            double importanceExponent,
            double learningRate,
            boolean annealLearningRate,
            double adamEpsilon,
            int bufferSize,
            int learningStarts,
            int batchSize,
            double discount,
            int trainFrequency,
            int gradientSteps,
            int targetUpdateInterval,
            double explorationInitial,
            double explorationFinal,
            double explorationFraction,
            double maxGradientNorm,
            double rewardScale,
            boolean normaliseObservations) {
        public Config {
            hidden = Settings.widths("hidden", hidden);
            if (hidden.isEmpty()) {
                throw new InvalidValueException("hidden", "at least one width", "[]");
            }
            OffPolicySettings.checkReplay(
                    bufferSize, learningStarts, batchSize, discount, trainFrequency, gradientSteps, rewardScale);
            OffPolicySettings.checkExploration(explorationInitial, explorationFinal, explorationFraction);
            Settings.positive("steps", steps);
            Checks.inRange("atoms", atoms, 2, 100_000);
            Settings.positive("vMax", vMax - vMin);
            Settings.notNegative("noiseSigma", noiseSigma);
            Settings.notNegative("priorityExponent", priorityExponent);
            Settings.share("importanceExponent", importanceExponent);
            Settings.notNegative("learningRate", learningRate);
            Settings.notNegative("adamEpsilon", adamEpsilon);
            Settings.positive("targetUpdateInterval", targetUpdateInterval);
            Settings.positive("maxGradientNorm", maxGradientNorm);
        }

        /** Numbers of the network for each choice. */
        int numbers() {
            return distributional ? atoms : 1;
        }

        RainbowNetwork network(ParameterLayout layout, int features, int choices) {
            return new RainbowNetwork(layout, features, hidden, duelling, choices, numbers(), noiseSigma);
        }

        OffPolicyClock clock(int worlds, long totalSteps) {
            return new OffPolicyClock(worlds, learningStarts, trainFrequency, gradientSteps, totalSteps);
        }

        ExplorationRate explorationRate() {
            return new ExplorationRate(explorationInitial, explorationFinal, explorationFraction);
        }

        PrioritisedReplay replay(int worlds, int features, int choices, RandomStream random) {
            ReplayBuffer buffer =
                    new ReplayBuffer(bufferSize, worlds, features, 1, choices, steps, discount, rewardScale);
            ReplayBatch batch = ReplayBatch.of(batchSize, features, 1, choices);
            return new PrioritisedReplay(buffer, prioritised, priorityExponent, batch, random);
        }

        /** Transitions up to the first update, in so many worlds. */
        public long firstUpdate(int worlds) {
            return OffPolicyClock.firstUpdate(worlds, learningStarts, trainFrequency);
        }
    }

    private final Config config;
    private final int worlds;
    private final int features;
    private final int atoms;
    private final Choices choices;
    private final ReturnSupport support;
    private final Compute compute;
    private final RainbowNetwork network;
    private final RainbowNetwork.Noise onlineNoise;
    private final RainbowNetwork.Noise targetNoise;
    private final ParameterVector theta;
    private final ParameterVector target;
    private final Adam adam;
    private final ObservationNormaliser normaliser;
    private final HostTensor observations;
    private final HostTensor derivatives;
    private final NDManager held;
    private final NDList constants;
    private final NDList targetConstants;
    private final OffPolicyClock clock;
    private final ExplorationRate explorationRate;
    private final PrioritisedReplay replay;
    private final ReplayBatch batch;
    private final float[] wanted;
    private final float[] derivative;
    private final double[] errors;
    private final EpsilonGreedy actor;
    private RandomStream noise;
    private boolean acting;
    private double loss = Double.NaN;
    private double meanQ = Double.NaN;

    /**
     * @param worlds     {@code N}
     * @param totalSteps transitions of the run, for the schedules
     * @throws IllegalArgumentException if actions are quantities or more than 256 choices
     */
    public Rainbow(
            Config config,
            ObservationSpec observationSpec,
            ActionSpec actions,
            int worlds,
            long seed,
            long totalSteps,
            Compute compute) {
        this.config = config;
        this.worlds = worlds;
        this.compute = compute;
        features = observationSpec.size();
        choices = new Choices(NAME, actions);
        atoms = config.numbers();
        support = new ReturnSupport(config.vMin(), config.vMax(), config.atoms());
        int count = choices.count();
        ParameterLayout layout = new ParameterLayout();
        network = config.network(layout, features, count);
        onlineNoise = network.noise();
        targetNoise = network.noise();
        theta = layout.build(compute, RandomStream.of(seed, "learner/rainbow/parameters"));
        target = theta.target(compute);
        adam = new Adam(compute, theta, (float) config.adamEpsilon());
        normaliser = new ObservationNormaliser(features, config.normaliseObservations());
        observations = new HostTensor(features);
        derivatives = new HostTensor(count * atoms);
        held = compute.scope();
        constants = theta.constants(held);
        targetConstants = target.constants(held);
        clock = config.clock(worlds, totalSteps);
        explorationRate = config.explorationRate();
        replay = config.replay(worlds, features, count, RandomStream.of(seed, "learner/rainbow/replay"));
        batch = replay.batch();
        wanted = new float[config.batchSize() * atoms];
        derivative = new float[config.batchSize() * count * atoms];
        errors = new double[config.batchSize()];
        actor = new EpsilonGreedy(choices, worlds, features, RandomStream.of(seed, "learner/rainbow/exploration"));
        noise = RandomStream.of(seed, "learner/rainbow/noise");
    }

    @Override
    public String algorithm() {
        return NAME;
    }

    @Override
    public void act(VectorStep now, float[] actions) {
        normaliser.update(now.observations(), worlds);
        actor.act(now, epsilon(), this::noisyValues, actions);
        acting = true;
    }

    private double epsilon() {
        if (clock.warmingUp()) {
            return 1;
        }
        return config.noisy() ? 0 : explorationRate.at(clock.progress());
    }

    /** {@code [B, choices]}: Q-values of raw observations, each row with noise of its own. */
    private float[] noisyValues(float[] rows, int count) {
        onlineNoise.resample(noise, config.noisy() ? count : 1);
        return means(answers(normalised(rows, count), count, constants, onlineNoise));
    }

    private float[] normalised(float[] rows, int count) {
        float[] normalised = new float[count * features];
        normaliser.normalise(rows, count, normalised);
        return normalised;
    }

    /** {@code [B, choices, atoms]} of normalised observations: probabilities, or values where not distributional. */
    private float[] answers(float[] rows, int count, NDList parameters, RainbowNetwork.Noise with) {
        try (NDManager scope = compute.scope()) {
            return probabilities(forward(parameters, observations.fill(rows, count, scope), with, scope))
                    .toFloatArray();
        }
    }

    private NDArray forward(NDList parameters, NDArray x, RainbowNetwork.Noise with, NDManager scope) {
        return config.noisy() ? network.forward(parameters, x, with, scope) : network.forward(parameters, x);
    }

    private NDArray probabilities(NDArray answers) {
        return config.distributional() ? answers.softmax(2) : answers;
    }

    /** {@code [B, choices]}: expected values. */
    private float[] means(float[] answers) {
        if (!config.distributional()) {
            return answers;
        }
        float[] means = new float[answers.length / atoms];
        for (int i = 0; i < means.length; i++) {
            means[i] = (float) support.mean(answers, i * atoms);
        }
        return means;
    }

    @Override
    public void observe(VectorStep result) {
        replay.put(actor.observations(), actor.chosen(), result, actor.allowedAfter(result));
        acting = false;
        int updates = clock.advance();
        if (clock.passed(config.targetUpdateInterval())) {
            target.moveTowards(theta, 1);
        }
        for (int i = 0; i < updates && replay.size() > 0; i++) {
            update();
        }
    }

    /** One gradient step on a minibatch. */
    private void update() {
        sample();
        onlineNoise.resample(noise, 1);
        targetNoise.resample(noise, 1);
        want();
        int size = batch.size();
        try (NDManager scope = compute.scope();
                GradientCollector gradients = compute.gradients()) {
            NDArray x = observations.fill(batch.observations(), size, scope);
            NDArray answers = forward(theta.views(scope), x, onlineNoise, scope);
            differentiate(probabilities(answers).toFloatArray());
            NDArray flat = answers.reshape(new Shape(size, -1));
            gradients.backward(
                    flat.mul(derivatives.fill(derivative, size, scope)).sum());
        }
        adam.step(learningRate(), config.maxGradientNorm());
        for (int b = 0; b < size; b++) {
            replay.learned(b, errors[b]);
        }
    }

    private void sample() {
        replay.sample(importanceExponent());
        normaliser.normalise(batch.observations(), batch.size(), batch.observations());
        normaliser.normalise(batch.next(), batch.size(), batch.next());
    }

    private double importanceExponent() {
        return config.importanceExponent() + (1 - config.importanceExponent()) * clock.progress();
    }

    /** Writes the distribution m, or the value y, that every transition of the batch should have. */
    private void want() {
        float[] next = answers(batch.next(), batch.size(), targetConstants, targetNoise);
        float[] choosing = means(config.doubleQ() ? answers(batch.next(), batch.size(), constants, onlineNoise) : next);
        for (int b = 0; b < batch.size(); b++) {
            int best = choices.best(choosing, batch.nextAllowed(), b);
            int at = (b * choices.count() + best) * atoms;
            if (config.distributional()) {
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
            double error = config.distributional() ? distributionError(answers, at, b) : valueError(answers, at, b);
            sumQ += config.distributional() ? support.mean(answers, at) : answers[at];
            sum += replay.weight(b) * (config.distributional() ? error : HuberError.of(error));
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

    private double learningRate() {
        return clock.annealed(config.learningRate(), config.annealLearningRate());
    }

    @Override
    public long steps() {
        return clock.steps();
    }

    @Override
    public boolean atBoundary() {
        return !acting;
    }

    @Override
    public BatchPolicy policy() {
        return actor.policy(this::quietValues);
    }

    /** {@code [B, choices]} without noise. */
    private float[] quietValues(float[] rows, int count) {
        try (NDManager scope = compute.scope()) {
            NDArray x = observations.fill(normalised(rows, count), count, scope);
            return means(probabilities(network.forward(constants, x)).toFloatArray());
        }
    }

    @Override
    public Map<String, Double> metrics() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("rollout/exploration_rate", epsilon());
        metrics.put("train/learning_rate", learningRate());
        metrics.put("train/importance_exponent", importanceExponent());
        metrics.put("train/n_updates", (double) adam.updates());
        if (adam.updates() > 0) {
            metrics.put("train/loss", loss);
            metrics.put("train/q_value", meanQ);
        }
        return metrics;
    }

    @Override
    public void save(TensorStore tensors, StateWriter rest) {
        OffPolicySettings.checkBoundary(atBoundary());
        theta.save("", tensors);
        target.save("target.", tensors);
        adam.save("adam.", tensors, rest);
        normaliser.save(tensors, rest);
        clock.save(rest);
        actor.save(tensors, rest);
        Draws.save("noise", noise, tensors, rest);
        rest.float64(loss).float64(meanQ);
        replay.save(tensors, rest);
    }

    @Override
    public void load(TensorStore tensors, StateReader rest) {
        theta.load("", tensors);
        target.load("target.", tensors);
        adam.load("adam.", tensors, rest);
        normaliser.load(rest);
        clock.load(rest);
        actor.load(rest);
        noise = RandomStream.load(rest);
        loss = rest.float64();
        meanQ = rest.float64();
        replay.load(rest);
    }

    @Override
    public void close() {
        held.close();
        adam.close();
        target.close();
        theta.close();
    }
}
