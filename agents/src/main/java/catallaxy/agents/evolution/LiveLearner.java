package catallaxy.agents.evolution;

import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.DivergedException;
import catallaxy.agents.training.Course;
import catallaxy.agents.training.Evaluation;
import catallaxy.agents.training.Snapshot;
import catallaxy.agents.training.Trainer;
import catallaxy.agents.training.TrainingListener;
import catallaxy.agents.training.TrainingPlan;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.evolution.fitness.FitnessSample;
import catallaxy.evolution.search.Trainee;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A learner in its worlds, trained in stretches. When its settings change, it is saved, and a learner with the new ones goes on from
 * there; {@link LiveSettings} says which may. One that loads what another saved goes on in copies of the other's worlds with the same
 * luck: afterwards the two differ by their settings alone.
 */
final class LiveLearner implements Trainee {
    /** What it earns while it trains. */
    static final String TRAINING_RETURN = "rollout/ep_rew_mean";

    private static final long NEVER = 1_000_000_000_000L;

    private final LearnerTrainees task;
    private long seed;
    private double[] point;
    /** After the latest stretch; absent before the first one. */
    private @Nullable Snapshot latest;

    private @Nullable Course course;
    private @Nullable Trainer trainer;

    LiveLearner(LearnerTrainees task, double[] point, long seed) {
        this.task = task;
        this.point = point.clone();
        this.seed = seed;
    }

    @Override
    public FitnessSample train(double[] now, long luck) {
        return task.alone(() -> {
            if (!Arrays.equals(now, point)) {
                leave();
                point = now.clone();
            }
            try {
                return stretch(luck);
            } catch (DivergedException diverged) {
                return FitnessSample.invalid();
            }
        });
    }

    private FitnessSample stretch(long luck) {
        Course here = enter();
        long end = here.steps() + task.stretch().steps();
        Objects.requireNonNull(trainer).run(() -> here.steps() >= end);
        return worth(here, luck);
    }

    /** The course, begun or gone on with. */
    private Course enter() {
        Course here = course;
        if (here == null) {
            here = task.course(point, seed);
            course = here;
            Snapshot saved = latest;
            trainer = saved == null
                    ? Trainer.begin(here, plan(), keeper())
                    : Trainer.resume(here, plan(), keeper(), saved);
        }
        return here;
    }

    private TrainingPlan plan() {
        return new TrainingPlan(
                NEVER,
                task.stretch().worlds(),
                0,
                new TrainingPlan.Intervals(NEVER, NEVER, NEVER),
                new TrainingPlan.Goals(OptionalDouble.empty(), OptionalDouble.empty(), 0));
    }

    private TrainingListener keeper() {
        return new TrainingListener() {
            @Override
            public void measured(long steps, Map<String, Double> figures) {}

            @Override
            public void checkpoint(Snapshot snapshot) {
                latest = snapshot;
            }
        };
    }

    private FitnessSample worth(Course here, long luck) {
        int episodes = task.stretch().episodes();
        if (episodes == 0) {
            return FitnessSample.of(here.worlds().figures().getOrDefault(TRAINING_RETURN, Double.NaN));
        }
        BatchPolicy policy = here.learners().getFirst().policy();
        int worlds = Evaluation.worldsFor(episodes);
        return FitnessSample.of(Evaluation.of(task.problem().environment(worlds), policy, episodes, luck)
                .mean());
    }

    /** The score of what it has learned by the problem's referee. */
    double attained(double meanReturn) {
        return task.alone(() ->
                task.problem().referee().attained(enter().learners().getFirst().policy(), meanReturn));
    }

    private void leave() {
        if (course != null) {
            course.close();
        }
        course = null;
        trainer = null;
    }

    @Override
    public void save(StateWriter out) {
        out.int64(seed).doubles(point).flag(latest != null);
        if (latest != null) {
            SnapshotState.save(latest, out);
        }
    }

    @Override
    public void load(StateReader in) {
        task.alone(() -> {
            leave();
            seed = in.int64();
            point = in.doubles();
            latest = in.flag() ? SnapshotState.load(in) : null;
            return point;
        });
    }

    @Override
    public void close() {
        task.alone(() -> {
            leave();
            return point;
        });
    }
}
