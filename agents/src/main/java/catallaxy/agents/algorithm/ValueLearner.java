package catallaxy.agents.algorithm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.learning.VectorStep;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.HostTensor;
import catallaxy.agents.network.ObservationNormaliser;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/** What learners of a value for each choice have in common: they act ε-greedily, and their target is copied every so often. */
abstract class ValueLearner extends OffPolicyLearner {
    private final ValueSettings settings;
    private final EpsilonGreedy explorer;
    private final ObservationNormaliser normaliser;
    private final HostTensor inputs;
    private final int worlds;
    private final int features;
    final Compute compute;
    final Choices choices;
    double loss = Double.NaN;
    double meanQ = Double.NaN;

    /** @throws IllegalArgumentException if actions are quantities or more than 256 choices */
    ValueLearner(String name, ValueSettings settings, LearningTask task, Compute compute) {
        super(settings.replay().clock(task.worlds(), task.totalSteps()));
        this.settings = settings;
        this.compute = compute;
        worlds = task.worlds();
        features = task.features();
        choices = new Choices(name, task.actions());
        explorer = new EpsilonGreedy(choices, worlds, features, task.stream(name, "exploration"));
        normaliser = new ObservationNormaliser(features, settings.normaliseObservations());
        inputs = new HostTensor(features);
    }

    @Override
    final Explorer explorer() {
        return explorer;
    }

    /** Of the networks. */
    abstract TargetedParameters parameters();

    /** {@code [B, choices]}: values of raw observations {@code [B, F]} to act by in training. */
    abstract float[] exploringValues(float[] observations, int rows);

    /** {@code [B, choices]}: values of raw observations {@code [B, F]}. */
    abstract float[] values(float[] observations, int rows);

    /** Writes random streams besides that of the exploration. */
    abstract void saveDraws(TensorStore tensors, StateWriter rest);

    abstract void loadDraws(StateReader rest);

    /** ε. */
    double epsilon() {
        return clock.warmingUp() ? 1 : settings.exploration().at(clock.progress());
    }

    @Override
    final void explore(VectorStep now, float[] actions) {
        normaliser.update(now.observations(), worlds);
        explorer.act(now, epsilon(), this::exploringValues, actions);
    }

    @Override
    final void stepped() {
        if (clock.passed(settings.targetUpdateInterval())) {
            parameters().moveTarget(1);
        }
    }

    @Override
    public final BatchPolicy policy() {
        return explorer.policy(this::values);
    }

    /** {@code [B, F]}: raw observations, normalised. */
    final float[] normalised(float[] observations, int rows) {
        float[] normalised = new float[rows * features];
        normaliser.normalise(observations, rows, normalised);
        return normalised;
    }

    /** Normalises both observations of a batch in place. */
    final void normalise(ReplayBatch batch) {
        normaliser.normalise(batch.observations(), batch.size(), batch.observations());
        normaliser.normalise(batch.next(), batch.size(), batch.next());
    }

    /** {@code [B, F]} for the network. */
    final NDArray input(float[] normalised, int rows, NDManager scope) {
        return inputs.fill(normalised, rows, scope);
    }

    /** Follows the gradient collected. */
    final void descend() {
        parameters().step(learningRate(), settings.descent().maxGradientNorm());
    }

    private double learningRate() {
        return clock.annealed(
                settings.descent().learningRate(), settings.descent().annealLearningRate());
    }

    @Override
    public Map<String, Double> metrics() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("rollout/exploration_rate", epsilon());
        metrics.put("train/learning_rate", learningRate());
        metrics.put("train/n_updates", (double) parameters().updates());
        if (parameters().updates() > 0) {
            metrics.put("train/loss", loss);
            metrics.put("train/q_value", meanQ);
        }
        return metrics;
    }

    @Override
    final void saveLearned(TensorStore tensors, StateWriter rest) {
        parameters().save(tensors, rest);
        normaliser.save(tensors, rest);
    }

    @Override
    final void loadLearned(TensorStore tensors, StateReader rest) {
        parameters().load(tensors, rest);
        normaliser.load(rest);
    }

    @Override
    final void saveCourse(TensorStore tensors, StateWriter rest) {
        saveDraws(tensors, rest);
        rest.float64(loss).float64(meanQ);
    }

    @Override
    final void loadCourse(StateReader rest) {
        loadDraws(rest);
        loss = rest.float64();
        meanQ = rest.float64();
    }

    @Override
    public final void close() {
        parameters().close();
    }
}
