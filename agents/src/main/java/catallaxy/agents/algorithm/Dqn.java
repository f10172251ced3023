package catallaxy.agents.algorithm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.learning.VectorStep;
import catallaxy.agents.network.Activation;
import catallaxy.agents.network.Adam;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.HostTensor;
import catallaxy.agents.network.Mlp;
import catallaxy.agents.network.ObservationNormaliser;
import catallaxy.agents.network.ParameterLayout;
import catallaxy.agents.network.ParameterVector;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
public final class Dqn implements Learner {
    private static final String NAME = "dqn";
    private static final float ADAM_EPSILON = 1e-8f;

    /**
     * Settings. "SB3" is the default of Stable-Baselines3's DQN, "paper" Mnih et al. 2015, table 1.
     *
     * @param hidden                widths of the hidden ReLU layers; 64, 64 (SB3)
     * @param learningRate          Adam's α at the beginning; 1e-4 (SB3)
     * @param annealLearningRate    whether α falls linearly over the run, to 1/n of it at the last of n updates; false (SB3)
     * @param bufferSize            transitions remembered; 1 000 000 (paper, SB3)
     * @param learningStarts        random transitions before the first update; 100 (SB3; the paper has 50 000)
     * @param batchSize             transitions of an update; 32 (paper, SB3)
     * @param discount              γ; 0.99 (paper, SB3)
     * @param trainFrequency        steps of each world between two rounds of updates; 4 (paper, SB3)
     * @param gradientSteps         updates of a round, −1 for one a transition; 1 (paper, SB3)
     * @param targetUpdateInterval  C, transitions between two copies to the target network; 10 000 (SB3; the paper counts updates)
     * @param explorationInitial    ε at first; 1 (paper, SB3)
     * @param explorationFinal      ε at last; 0.05 (SB3; the paper has 0.1)
     * @param explorationFraction   share of the run over which ε falls; 0.1 (SB3)
     * @param maxGradientNorm       longest gradient; 10 (SB3)
     * @param rewardScale           what rewards are multiplied by before they are learned from; 1
     * @param normaliseObservations by running mean and variance; false (SB3)
     */
    public record Config(
            List<Integer> hidden,
            double learningRate,
            boolean annealLearningRate,
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
            OffPolicySettings.checkReplay(
                    bufferSize, learningStarts, batchSize, discount, trainFrequency, gradientSteps, rewardScale);
            Settings.notNegative("learningRate", learningRate);
            Settings.positive("targetUpdateInterval", targetUpdateInterval);
            OffPolicySettings.checkExploration(explorationInitial, explorationFinal, explorationFraction);
            Settings.positive("maxGradientNorm", maxGradientNorm);
        }

        /** Transitions up to the first update, in so many worlds. */
        public long firstUpdate(int worlds) {
            return OffPolicyClock.firstUpdate(worlds, learningStarts, trainFrequency);
        }
    }

    private final Config config;
    private final int worlds;
    private final int features;
    private final Choices choices;
    private final Compute compute;
    private final Mlp q;
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
    private final ReplayBuffer replay;
    private final ReplayBatch batch;
    private final float[] derivative;
    private final EpsilonGreedy actor;
    private RandomStream sampling;
    private boolean acting;
    private double loss = Double.NaN;
    private double meanQ = Double.NaN;

    /**
     * @param worlds     {@code N}
     * @param totalSteps transitions of the run, for the schedules
     * @throws IllegalArgumentException if actions are quantities or more than 256 choices
     */
    public Dqn(
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
        int count = choices.count();
        ParameterLayout layout = new ParameterLayout();
        q = Mlp.uniform(layout, "q", features, config.hidden(), count, Activation.RELU);
        theta = layout.build(compute, RandomStream.of(seed, "learner/dqn/parameters"));
        target = theta.target(compute);
        adam = new Adam(compute, theta, ADAM_EPSILON);
        normaliser = new ObservationNormaliser(features, config.normaliseObservations());
        observations = new HostTensor(features);
        derivatives = new HostTensor(count);
        held = compute.scope();
        constants = theta.constants(held);
        targetConstants = target.constants(held);
        clock = new OffPolicyClock(
                worlds, config.learningStarts(), config.trainFrequency(), config.gradientSteps(), totalSteps);
        explorationRate = new ExplorationRate(
                config.explorationInitial(), config.explorationFinal(), config.explorationFraction());
        replay = new ReplayBuffer(
                config.bufferSize(), worlds, features, 1, count, 1, config.discount(), config.rewardScale());
        batch = ReplayBatch.of(config.batchSize(), features, 1, count);
        derivative = new float[config.batchSize() * count];
        actor = new EpsilonGreedy(choices, worlds, features, RandomStream.of(seed, "learner/dqn/exploration"));
        sampling = RandomStream.of(seed, "learner/dqn/replay");
    }

    @Override
    public String algorithm() {
        return NAME;
    }

    @Override
    public void act(VectorStep now, float[] actions) {
        normaliser.update(now.observations(), worlds);
        actor.act(now, epsilon(), (rows, count) -> values(rows, count, constants), actions);
        acting = true;
    }

    private double epsilon() {
        return clock.warmingUp() ? 1 : explorationRate.at(clock.progress());
    }

    /** {@code [B, choices]} Q-values of raw observations {@code [B, F]}. */
    private float[] values(float[] rows, int count, NDList parameters) {
        float[] normalised = new float[count * features];
        normaliser.normalise(rows, count, normalised);
        try (NDManager scope = compute.scope()) {
            NDArray values = q.forward(parameters, observations.fill(normalised, count, scope));
            return values.toFloatArray();
        }
    }

    @Override
    public void observe(VectorStep result) {
        replay.put(actor.observations(), actor.chosen(), result, actor.allowedAfter(result));
        acting = false;
        int updates = clock.advance();
        if (clock.passed(config.targetUpdateInterval())) {
            target.moveTowards(theta, 1);
        }
        for (int i = 0; i < updates; i++) {
            update();
        }
    }

    /** One gradient step on a minibatch. */
    private void update() {
        replay.sample(sampling, batch);
        float[] nextValues = values(batch.next(), batch.size(), targetConstants);
        float[] y = new float[batch.size()];
        for (int b = 0; b < y.length; b++) {
            int best = choices.best(nextValues, batch.nextAllowed(), b);
            y[b] = batch.returns()[b] + batch.discounts()[b] * nextValues[b * choices.count() + best];
        }
        normaliser.normalise(batch.observations(), batch.size(), batch.observations());
        try (NDManager scope = compute.scope();
                GradientCollector gradients = compute.gradients()) {
            NDArray values = q.forward(theta.views(scope), observations.fill(batch.observations(), y.length, scope));
            differentiate(values.toFloatArray(), y);
            gradients.backward(
                    values.mul(derivatives.fill(derivative, y.length, scope)).sum());
        }
        adam.step(learningRate(), config.maxGradientNorm());
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
        return actor.policy((rows, count) -> values(rows, count, constants));
    }

    @Override
    public Map<String, Double> metrics() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("rollout/exploration_rate", epsilon());
        metrics.put("train/learning_rate", learningRate());
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
        Draws.save("replay", sampling, tensors, rest);
        rest.float64(loss).float64(meanQ);
        replay.save(rest);
    }

    @Override
    public void load(TensorStore tensors, StateReader rest) {
        theta.load("", tensors);
        target.load("target.", tensors);
        adam.load("adam.", tensors, rest);
        normaliser.load(rest);
        clock.load(rest);
        actor.load(rest);
        sampling = RandomStream.load(rest);
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
