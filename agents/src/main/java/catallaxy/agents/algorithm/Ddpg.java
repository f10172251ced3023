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
import catallaxy.agents.network.ParameterLayout;
import catallaxy.agents.network.ParameterVector;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Deep deterministic policy gradient, the algorithm of Lillicrap et al. 2016, https://arxiv.org/abs/1509.02971.
 *
 * <pre>
 *   act     a = μ(s; φ) + ε,  ε ~ N(0, σ²)
 *   target  y = r + γ Q(s', μ(s'; φ'); θ'),  y = r where s' is terminal
 *   critic  min over θ of the mean of (Q(s, a; θ) − y)²
 *   actor   max over φ of the mean of Q(s, μ(s; φ); θ)
 *   after   θ' ← τθ + (1 − τ)θ',  φ' ← τφ + (1 − τ)φ'
 * </pre>
 *
 * <p>Actions live in [−1, 1]. Deviations: white noise instead of an Ornstein–Uhlenbeck process, no weight decay, no batch
 * normalisation, actions enter the critic at its first layer, a uniform random warm-up, updates in rounds; all as in
 * Stable-Baselines3; and critics may read standardised actions. Targets and the derivative of the critic's loss with respect to
 * Q are computed in plain Java; the network library only runs the networks and carries the derivative back.
 */
public final class Ddpg implements Learner {
    private static final String NAME = "ddpg";
    private static final float ADAM_EPSILON = 1e-8f;

    /**
     * Settings. "SB3" is the default of Stable-Baselines3's DDPG, "paper" section 7 of Lillicrap et al. 2016.
     *
     * @param hidden                widths of the hidden layers of policy and critic; 400, 300 (SB3, paper)
     * @param activation            of the hidden layers; relu (SB3, paper)
     * @param policyLearningRate    Adam's α of the policy at the beginning; 1e-3 (SB3; the paper has 1e-4)
     * @param criticLearningRate    Adam's α of the critic at the beginning; 1e-3 (SB3, paper)
     * @param annealLearningRate    whether α falls linearly over the run, to 1/n of it at the last of n updates; false (SB3)
     * @param bufferSize            transitions remembered; 1 000 000 (SB3, paper)
     * @param learningStarts        random transitions before the first update; 100 (SB3)
     * @param batchSize             transitions of an update; 256 (SB3; the paper has 64)
     * @param tau                   τ; 0.005 (SB3; the paper has 0.001)
     * @param discount              γ; 0.99 (SB3, paper)
     * @param trainFrequency        steps of each world between two rounds of updates; 1 (SB3, paper)
     * @param gradientSteps         updates of a round, −1 for one a transition; 1 (SB3, paper)
     * @param explorationNoise      σ; 0.1 (the RL Baselines3 Zoo; the paper has correlated noise of 0.2)
     * @param rewardScale           what rewards are multiplied by before they are learned from; 1
     * @param normaliseObservations by running mean and variance; false (SB3)
     * @param standardiseActions    by mean and deviation of each batch, for the critic; false (SB3)
     */
    public record Config(
            List<Integer> hidden,
            Activation activation,
            double policyLearningRate,
            double criticLearningRate,
            boolean annealLearningRate,
            int bufferSize,
            int learningStarts,
            int batchSize,
            double tau,
            double discount,
            int trainFrequency,
            int gradientSteps,
            double explorationNoise,
            double rewardScale,
            boolean normaliseObservations,
            boolean standardiseActions) {
        public Config {
            hidden = Settings.widths("hidden", hidden);
            OffPolicySettings.checkReplay(
                    bufferSize, learningStarts, batchSize, discount, trainFrequency, gradientSteps, rewardScale);
            Settings.notNegative("policyLearningRate", policyLearningRate);
            Settings.notNegative("criticLearningRate", criticLearningRate);
            Settings.share("tau", tau);
            Settings.notNegative("explorationNoise", explorationNoise);
        }

        /** Transitions up to the first update, in so many worlds. */
        public long firstUpdate(int worlds) {
            return OffPolicyClock.firstUpdate(worlds, learningStarts, trainFrequency);
        }
    }

    private final Config config;
    private final int worlds;
    private final Compute compute;
    private final DeterministicActor actor;
    private final Mlp q;
    private final ParameterVector theta;
    private final ParameterVector target;
    private final Adam adam;
    private final CriticInputs inputs;
    private final HostTensor derivatives;
    private final NDManager held;
    private final NDList constants;
    private final NDList targetConstants;
    private final OffPolicyClock clock;
    private final ReplayBuffer replay;
    private final ReplayBatch batch;
    private final float[] derivative;
    private final float[] acted;
    private final float[] chosen;
    private RandomStream exploration;
    private RandomStream sampling;
    private boolean acting;
    private double criticLoss = Double.NaN;
    private double actorLoss = Double.NaN;

    /**
     * @param worlds     {@code N}
     * @param totalSteps transitions of the run, for the schedule
     * @throws IllegalArgumentException if actions are choices
     */
    public Ddpg(
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
        int features = observationSpec.size();
        actor = new DeterministicActor(
                NAME,
                features,
                actions,
                config.hidden(),
                config.activation(),
                config.normaliseObservations(),
                seed,
                compute);
        int size = actor.size();
        inputs = new CriticInputs(features, size, config.standardiseActions());
        ParameterLayout layout = new ParameterLayout();
        q = Mlp.uniform(layout, "critic", inputs.width(), config.hidden(), 1, config.activation());
        theta = layout.build(compute, RandomStream.of(seed, "learner/ddpg/critic"));
        target = theta.target(compute);
        adam = new Adam(compute, theta, ADAM_EPSILON);
        derivatives = new HostTensor(1);
        held = compute.scope();
        constants = theta.constants(held);
        targetConstants = target.constants(held);
        clock = new OffPolicyClock(
                worlds, config.learningStarts(), config.trainFrequency(), config.gradientSteps(), totalSteps);
        replay = new ReplayBuffer(
                config.bufferSize(), worlds, features, size, 0, 1, config.discount(), config.rewardScale());
        batch = ReplayBatch.of(config.batchSize(), features, size, 0);
        derivative = new float[config.batchSize()];
        acted = new float[worlds * features];
        chosen = new float[worlds * size];
        exploration = RandomStream.of(seed, "learner/ddpg/exploration");
        sampling = RandomStream.of(seed, "learner/ddpg/replay");
    }

    @Override
    public String algorithm() {
        return NAME;
    }

    @Override
    public void act(VectorStep now, float[] actions) {
        System.arraycopy(now.observations(), 0, acted, 0, acted.length);
        actor.normaliser().update(acted, worlds);
        if (clock.warmingUp()) {
            actor.exploreUniformly(exploration, chosen);
        } else {
            actor.explore(acted, worlds, config.explorationNoise(), exploration, chosen);
        }
        actor.denormalise(chosen, worlds, actions);
        acting = true;
    }

    @Override
    public void observe(VectorStep result) {
        replay.put(acted, chosen, result, result.masks());
        acting = false;
        int updates = clock.advance();
        for (int i = 0; i < updates; i++) {
            update();
        }
    }

    private void update() {
        replay.sample(sampling, batch);
        inputs.standardiseBy(batch.actions());
        actor.normaliser().normalise(batch.observations(), batch.size(), batch.observations());
        actor.normaliser().normalise(batch.next(), batch.size(), batch.next());
        updateCritic(targets());
        updateActor();
        target.moveTowards(theta, (float) config.tau());
        actor.moveTarget((float) config.tau());
    }

    /** {@code [B]}: y. */
    private float[] targets() {
        float[] next = actor.targetActions(batch.next(), batch.size());
        try (NDManager scope = compute.scope()) {
            float[] y = q.forward(targetConstants, inputs.of(batch.next(), next, scope))
                    .toFloatArray();
            for (int b = 0; b < y.length; b++) {
                y[b] = batch.returns()[b] + batch.discounts()[b] * y[b];
            }
            return y;
        }
    }

    private void updateCritic(float[] y) {
        try (NDManager scope = compute.scope();
                GradientCollector gradients = compute.gradients()) {
            NDArray values = q.forward(theta.views(scope), inputs.of(batch.observations(), batch.actions(), scope));
            criticLoss = SquaredError.differentiate(values.toFloatArray(), y, derivative);
            gradients.backward(
                    values.mul(derivatives.fill(derivative, y.length, scope)).sum());
        }
        adam.step(rate(config.criticLearningRate()));
    }

    private void updateActor() {
        try (NDManager scope = compute.scope();
                GradientCollector gradients = compute.gradients()) {
            NDArray s = inputs.observations(batch.observations(), scope);
            NDArray a = actor.forward(s, scope);
            NDArray loss = q.forward(constants, inputs.of(s, a, scope)).mean().neg();
            gradients.backward(loss);
            actorLoss = loss.getFloat();
        }
        actor.step(rate(config.policyLearningRate()));
    }

    private double rate(double initial) {
        return clock.annealed(initial, config.annealLearningRate());
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
        return actor.policy();
    }

    @Override
    public Map<String, Double> metrics() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("train/learning_rate", rate(config.criticLearningRate()));
        metrics.put("train/n_updates", (double) adam.updates());
        if (adam.updates() > 0) {
            metrics.put("train/critic_loss", criticLoss);
            metrics.put("train/actor_loss", actorLoss);
        }
        return metrics;
    }

    @Override
    public void save(TensorStore tensors, StateWriter rest) {
        OffPolicySettings.checkBoundary(atBoundary());
        actor.save(tensors, rest);
        theta.save("", tensors);
        target.save("target.", tensors);
        adam.save("adam.critic.", tensors, rest);
        clock.save(rest);
        Draws.save("exploration", exploration, tensors, rest);
        Draws.save("replay", sampling, tensors, rest);
        rest.float64(criticLoss).float64(actorLoss);
        replay.save(rest);
    }

    @Override
    public void load(TensorStore tensors, StateReader rest) {
        actor.load(tensors, rest);
        theta.load("", tensors);
        target.load("target.", tensors);
        adam.load("adam.critic.", tensors, rest);
        clock.load(rest);
        exploration = RandomStream.load(rest);
        sampling = RandomStream.load(rest);
        criticLoss = rest.float64();
        actorLoss = rest.float64();
        replay.load(rest);
    }

    @Override
    public void close() {
        held.close();
        adam.close();
        target.close();
        theta.close();
        actor.close();
    }
}
