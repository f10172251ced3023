package catallaxy.agents.algorithm;

import catallaxy.agents.learning.ActionSpace;
import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.learning.VectorStep;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.ObservationNormaliser;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What learners from rollouts of their own policy have in common: they act, record {@code T} steps of {@code N} worlds,
 * estimate values and advantages, and hand the rollout to the algorithm's {@link #update}.
 */
abstract class OnPolicyLearner implements Learner {
    private final RolloutSettings settings;
    private final ActionSpace space;
    private final ObservationNormaliser normaliser;
    private final RewardScaler rewards;
    private RandomStream exploration;
    private final float[] scratch;
    private final double[] scaled;
    private final LinearDecay decay;
    final ActorCritic networks;
    final Rollout rollout;
    /** Draws the order in which an update visits the rollout. */
    RandomStream order;

    final Map<String, Double> metrics = new LinkedHashMap<>();
    /** Adam steps so far. */
    long updates;

    private long steps;

    OnPolicyLearner(RolloutSettings settings, PolicyShape shape, LearningTask task, Compute compute) {
        this.settings = settings;
        int features = task.features();
        int worlds = task.worlds();
        space = task.space();
        networks = new ActorCritic(shape, features, space, compute, task.stream(algorithm(), "parameters"));
        exploration = task.stream(algorithm(), "exploration");
        order = task.stream(algorithm(), "order");
        rollout = new Rollout(
                settings.rolloutLength(),
                worlds,
                features,
                space.size(),
                task.actions().maskSize());
        decay = LinearDecay.over(task.totalSteps(), rollout.rows());
        normaliser = new ObservationNormaliser(features, settings.normaliseObservations());
        rewards = new RewardScaler(settings.normaliseRewards(), settings.discount(), worlds);
        scratch = new float[worlds * features];
        scaled = new double[worlds];
    }

    /** Learns from the full rollout. */
    abstract void update();

    /** α now. */
    final double learningRate(Descent descent) {
        return descent.learningRate() * (descent.annealLearningRate() ? remaining() : 1);
    }

    /** What annealed settings are multiplied by, from the first step of a rollout to the update that ends it. */
    final double remaining() {
        return decay.at((steps - rollout.row()) / rollout.rows());
    }

    @Override
    public final void act(VectorStep now, float[] actions) {
        int worlds = now.worlds();
        normaliser.normalise(now.observations(), worlds, scratch);
        int row = rollout.row();
        System.arraycopy(scratch, 0, rollout.observations, row * now.features(), scratch.length);
        rollout.putMasks(now.masks());
        float[] outputs = networks.outputs(scratch, worlds);
        ActionDistribution distribution = networks.distribution();
        for (int i = 0; i < worlds; i++) {
            rollout.logProbabilities[row + i] =
                    distribution.sample(outputs, now.masks(), i, rollout.actions, row + i, exploration);
            distribution.toEnvironment(rollout.actions, row + i, actions, i);
        }
    }

    @Override
    public final void observe(VectorStep result) {
        rewards.scale(result, scaled);
        normaliser.normalise(result.next(), result.worlds(), scratch);
        rollout.putAnswer(result, scaled, scratch);
        normaliser.update(result.observations(), result.worlds());
        steps += result.worlds();
        if (rollout.full()) {
            estimate();
            update();
            rollout.clear();
            networks.distribution().refresh(remaining());
        }
    }

    private void estimate() {
        int rows = rollout.rows();
        int worlds = rollout.worlds();
        float[] values = networks.values(rollout.observations, rows);
        System.arraycopy(values, 0, rollout.values, 0, rows);
        System.arraycopy(values, worlds, rollout.nextValues, 0, rows - worlds);
        estimateOwnNext(rows);
        advantages(settings.valueLambda());
        for (int i = 0; i < rows; i++) {
            rollout.returns[i] = rollout.advantages[i] + rollout.values[i];
        }
        if (settings.lambda() != settings.valueLambda()) {
            advantages(settings.lambda());
        }
    }

    private void advantages(double lambda) {
        Advantages.generalised(
                rollout.rewards,
                rollout.values,
                rollout.nextValues,
                rollout.terminated,
                rollout.ended,
                rollout.worlds(),
                settings.discount(),
                lambda,
                rollout.advantages);
    }

    /** Values of the observations that no later row holds. */
    private void estimateOwnNext(int rows) {
        int features = scratch.length / rollout.worlds();
        float[] gathered = new float[rows * features];
        int[] owners = new int[rows];
        int count = 0;
        for (int row = 0; row < rows; row++) {
            if (rollout.hasOwnNext(row)) {
                System.arraycopy(rollout.next, row * features, gathered, count * features, features);
                owners[count++] = row;
            }
        }
        float[] values = networks.values(gathered, count);
        for (int i = 0; i < count; i++) {
            rollout.nextValues[owners[i]] = values[i];
        }
    }

    @Override
    public final long steps() {
        return steps;
    }

    @Override
    public final boolean atBoundary() {
        return rollout.empty();
    }

    @Override
    public final Map<String, Double> metrics() {
        return metrics;
    }

    @Override
    public final BatchPolicy policy() {
        return (observations, masks, rows, actions) -> {
            float[] normalised = new float[observations.length];
            normaliser.normalise(observations, rows, normalised);
            float[] outputs = networks.outputs(normalised, rows);
            float[] modes = new float[rows * space.size()];
            for (int i = 0; i < rows; i++) {
                networks.distribution().mode(outputs, masks, i, modes);
                networks.distribution().toEnvironment(modes, i, actions, i);
            }
        };
    }

    @Override
    public final void save(TensorStore tensors, StateWriter rest) {
        if (!atBoundary()) {
            throw new IllegalStateException(
                    "the rollout holds " + rollout.row() + " rows, expected none between two updates");
        }
        networks.theta().save("", tensors);
        networks.adam().save("adam.", tensors, rest);
        normaliser.save(tensors, rest);
        rewards.save(tensors, rest);
        Draws.save("exploration", exploration, tensors, rest);
        Draws.save("order", order, tensors, rest);
        rest.int64(steps).int64(updates).int32(metrics.size());
        metrics.forEach((name, value) -> rest.text(name).float64(value));
    }

    @Override
    public final void load(TensorStore tensors, StateReader rest) {
        networks.theta().load("", tensors);
        networks.adam().load("adam.", tensors, rest);
        normaliser.load(rest);
        rewards.load(rest);
        exploration = RandomStream.load(rest);
        order = RandomStream.load(rest);
        steps = rest.int64();
        updates = rest.int64();
        int figures = rest.int32();
        for (int i = 0; i < figures; i++) {
            metrics.put(rest.text(), rest.float64());
        }
        networks.distribution().refresh(remaining());
    }

    @Override
    public void close() {
        networks.close();
    }
}
