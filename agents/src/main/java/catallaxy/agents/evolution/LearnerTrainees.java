package catallaxy.agents.evolution;

import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.network.Compute;
import catallaxy.agents.problem.ProblemSpec;
import catallaxy.agents.training.Course;
import catallaxy.agents.training.ProblemCourse;
import catallaxy.evolution.fitness.Objective;
import catallaxy.evolution.fitness.Objectives;
import catallaxy.evolution.search.Trainee;
import catallaxy.evolution.search.TraineeTask;
import catallaxy.evolution.space.ParameterSpace;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Learners of one kind that are raised in a problem: all that they have in common. */
final class LearnerTrainees implements TraineeTask {
    private final ProblemSpec problem;
    private final LearnerSettings settings;
    private final ParameterSpace space;
    private final Stretch stretch;
    private final Compute compute;
    /** Held by whoever computes: the network library records gradients in one place of a process. */
    private final ReentrantLock computing;

    LearnerTrainees(
            ProblemSpec problem, LearnerSettings settings, ParameterSpace space, Stretch stretch, Compute compute) {
        this(problem, settings, space, stretch, compute, new ReentrantLock());
    }

    private LearnerTrainees(
            ProblemSpec problem,
            LearnerSettings settings,
            ParameterSpace space,
            Stretch stretch,
            Compute compute,
            ReentrantLock computing) {
        this.problem = problem;
        this.settings = settings;
        this.space = space;
        this.stretch = stretch;
        this.compute = compute;
        this.computing = computing;
    }

    /** The same with a whole training for a stretch; computes in turn with these. */
    LearnerTrainees whole() {
        return new LearnerTrainees(problem, settings, space, stretch.whole(), compute, computing);
    }

    private LearningTask task(long seed) {
        return LearningTask.in(problem.environment(stretch.worlds()), stretch.horizon(), seed);
    }

    /** A new learner with its worlds. */
    Course course(double[] point, long seed) {
        Learner learner = settings.with(space.settings(point)).create(task(seed), compute);
        return new ProblemCourse(learner, problem::environment, stretch.worlds(), seed);
    }

    /** Computes while nobody else does. */
    <T> T alone(Supplier<T> work) {
        computing.lock();
        try {
            compute.takeOver();
            return work.get();
        } finally {
            computing.unlock();
        }
    }

    ProblemSpec problem() {
        return problem;
    }

    Stretch stretch() {
        return stretch;
    }

    @Override
    public Objectives objectives() {
        return Objectives.of(
                Objective.maximised(stretch.episodes() > 0 ? Course.MEAN_REWARD : LiveLearner.TRAINING_RETURN));
    }

    @Override
    public ParameterSpace space() {
        return space;
    }

    @Override
    public Optional<String> rigid() {
        return alone(() -> LiveSettings.rigid(space, settings, spec -> spec.create(task(0), compute)));
    }

    @Override
    public Trainee begin(double[] point, long seed) {
        return new LiveLearner(this, point, seed);
    }
}
