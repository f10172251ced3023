package catallaxy.agents.algorithm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.learning.VectorStep;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.Mlp;
import catallaxy.agents.network.ParameterLayout;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.List;

/**
 * What learners of a policy without chance and its critics have in common: noise around the policy, a policy that climbs what
 * the first critic says of it, and targets that follow.
 */
abstract class DeterministicLearner extends OffPolicyLearner {
    private final DeterministicSettings settings;
    private final GaussianExplorer explorer;
    final Compute compute;
    final DeterministicActor actor;
    final CriticInputs inputs;
    final List<Mlp> q;
    final TargetedParameters critics;
    final UniformReplay replay;
    final ReplayBatch batch;
    double criticLoss = Double.NaN;
    double actorLoss = Double.NaN;

    /**
     * @param all   what the critics are called together
     * @param names what each is called
     * @throws IllegalArgumentException if actions are choices
     */
    DeterministicLearner(
            String name,
            String all,
            List<String> names,
            DeterministicSettings settings,
            LearningTask task,
            Compute compute) {
        super(settings.replay().clock(task.worlds(), task.totalSteps()));
        this.settings = settings;
        this.compute = compute;
        int worlds = task.worlds();
        int features = task.features();
        actor = new DeterministicActor(name, settings, task, compute);
        int size = actor.size();
        inputs = new CriticInputs(features, size, settings.standardiseActions());
        ParameterLayout layout = new ParameterLayout();
        q = names.stream()
                .map(each -> Mlp.uniform(layout, each, features + size, settings.hidden(), 1, settings.activation()))
                .toList();
        critics = new TargetedParameters(
                "adam." + all + ".", layout, task.stream(name, all), TargetedParameters.ADAM_EPSILON, compute);
        explorer = new GaussianExplorer(
                actor, worlds, features, settings.explorationNoise(), task.stream(name, "exploration"));
        replay = settings.replay().uniform(worlds, features, size, 0, task.stream(name, "replay"));
        batch = replay.batch();
    }

    @Override
    final Explorer explorer() {
        return explorer;
    }

    @Override
    final Memory memory() {
        return replay;
    }

    @Override
    final void explore(VectorStep now, float[] actions) {
        explorer.act(now, clock.warmingUp(), actions);
    }

    /** Draws a minibatch, normalised, and has critics read actions by its mean and deviation. */
    final void draw() {
        replay.sample();
        inputs.standardiseBy(batch.actions());
        actor.normaliser().normalise(batch.observations(), batch.size(), batch.observations());
        actor.normaliser().normalise(batch.next(), batch.size(), batch.next());
    }

    /** One step of the policy up the mean of {@code Q_1(s, μ(s; φ))}. */
    final void climb(double learningRate) {
        try (NDManager scope = compute.scope();
                GradientCollector gradients = compute.gradients()) {
            NDArray s = inputs.observations(batch.observations(), scope);
            NDArray a = actor.forward(s, scope);
            NDArray loss = q.getFirst()
                    .forward(critics.constants(), inputs.of(s, a, scope))
                    .mean()
                    .neg();
            gradients.backward(loss);
            actorLoss = loss.getFloat();
        }
        actor.step(learningRate);
    }

    /** All targets follow by τ. */
    final void follow() {
        critics.moveTarget(settings.tau());
        actor.moveTarget(settings.tau());
    }

    /** A learning rate now. */
    final double rate(double initial) {
        return clock.annealed(initial, settings.annealLearningRate());
    }

    @Override
    public final BatchPolicy policy() {
        return actor.policy();
    }

    @Override
    final void saveLearned(TensorStore tensors, StateWriter rest) {
        actor.save(tensors, rest);
        critics.save(tensors, rest);
    }

    @Override
    final void loadLearned(TensorStore tensors, StateReader rest) {
        actor.load(tensors, rest);
        critics.load(tensors, rest);
    }

    @Override
    void saveCourse(TensorStore tensors, StateWriter rest) {
        replay.saveDraws(tensors, rest);
        rest.float64(criticLoss).float64(actorLoss);
    }

    @Override
    void loadCourse(StateReader rest) {
        replay.loadDraws(rest);
        criticLoss = rest.float64();
        actorLoss = rest.float64();
    }

    @Override
    public final void close() {
        critics.close();
        actor.close();
    }
}
