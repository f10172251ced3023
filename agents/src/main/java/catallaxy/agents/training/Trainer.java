package catallaxy.agents.training;

import catallaxy.agents.learning.DivergedException;
import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.SharedEnvironment;
import catallaxy.agents.learning.SharedEnvironment.LearnerSeat;
import catallaxy.agents.learning.TensorStore;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;

/**
 * The one training loop: whoever is due acts, the worlds go on, whoever is due observes; measure, evaluate and save where that is
 * due. A function of course and plan: a run that was saved and goes on from there reaches the same bits as one that was never
 * stopped. One thread.
 */
public final class Trainer {
    private final Course course;
    private final TrainingPlan plan;
    private final TrainingListener listener;
    private final SharedEnvironment worlds;
    private final List<? extends LearnerSeat> seats;
    private final List<? extends Learner> learners;
    private final Schedule measuring;
    private final Schedule evaluating;
    private final Schedule saving;
    private TrainingProgress progress = TrainingProgress.NOTHING;

    private Trainer(Course course, TrainingPlan plan, TrainingListener listener) {
        this.course = course;
        this.plan = plan;
        this.listener = listener;
        worlds = course.worlds();
        seats = worlds.seats();
        learners = course.learners();
        measuring = new Schedule(plan.measureInterval());
        evaluating = new Schedule(plan.evaluationInterval());
        saving = new Schedule(plan.checkpointInterval());
    }

    /**
     * Training from its first step.
     *
     * @param course new; closed by its owner
     */
    public static Trainer begin(Course course, TrainingPlan plan, TrainingListener listener) {
        Trainer trainer = new Trainer(course, plan, listener);
        trainer.worlds.begin();
        return trainer;
    }

    /**
     * Training from where it was saved; the other arguments are those it was begun with.
     *
     * @throws catallaxy.environment.base.state.CorruptStateException if the state is not theirs
     */
    public static Trainer resume(Course course, TrainingPlan plan, TrainingListener listener, Snapshot saved) {
        Trainer trainer = new Trainer(course, plan, listener);
        trainer.load(saved);
        return trainer;
    }

    /** The seed of a part of a run, such as {@code evaluation}. */
    public static long derivedSeed(long seed, String part) {
        return RandomStream.of(seed, "seed/" + part).nextLong();
    }

    /** How far it has come. */
    public TrainingProgress progress() {
        return progress;
    }

    /**
     * Trains until the end of the plan, or to the next boundary after {@code interrupted} holds. Saves last in any case.
     *
     * @return why it ended; {@link TrainingEnd#NOT_YET} if it was interrupted
     * @throws DivergedException if a learner did, with whose it is, or an evaluation earned no number
     */
    public TrainingEnd run(BooleanSupplier interrupted) {
        boolean stopping = false;
        while (!stopping && progress.end() == TrainingEnd.NOT_YET) {
            act();
            worlds.advance();
            observe();
            if (atBoundary()) {
                stopping = interrupted.getAsBoolean();
                doWhatIsDue(stopping);
            }
        }
        return progress.end();
    }

    private void act() {
        for (int i = 0; i < learners.size(); i++) {
            LearnerSeat seat = seats.get(i);
            if (seat.due()) {
                learners.get(i).act(seat.step(), seat.actions());
            }
        }
    }

    private void observe() {
        for (int i = 0; i < learners.size(); i++) {
            LearnerSeat seat = seats.get(i);
            if (seat.due()) {
                observe(learners.get(i), seat);
            }
        }
    }

    private static void observe(Learner learner, LearnerSeat seat) {
        try {
            learner.observe(seat.step());
        } catch (DivergedException diverged) {
            String whose = seat.agent().isEmpty() ? "" : seat.agent() + ": ";
            throw new DivergedException(whose + diverged.getMessage());
        }
    }

    private boolean atBoundary() {
        if (!worlds.isWhole()) {
            return false;
        }
        for (Learner learner : learners) {
            if (!learner.atBoundary()) {
                return false;
            }
        }
        return true;
    }

    private void doWhatIsDue(boolean stopping) {
        boolean saved = course.steps() >= due() && takeDue();
        if (stopping && !saved) {
            progress = progress.at(course.steps(), worlds.episodes());
            listener.checkpoint(snapshot());
        }
    }

    private long due() {
        return Math.min(Math.min(measuring.next(), plan.steps()), Math.min(evaluating.next(), saving.next()));
    }

    /** Does what is due; whether it saved. */
    private boolean takeDue() {
        long now = course.steps();
        progress = progress.at(now, worlds.episodes());
        boolean last = now >= plan.steps() || reaches(plan.goals().targetRollout(), worlds.recentReturn());
        Map<String, Double> evaluation = evaluation(evaluating.take(now) || last);
        progress = progress.ended(end(last));
        boolean ended = progress.end() != TrainingEnd.NOT_YET;
        if (measuring.take(now) || !evaluation.isEmpty() || ended) {
            listener.measured(now, figures(evaluation));
        }
        boolean better = !evaluation.isEmpty() && progress.isBest();
        boolean saves = saving.take(now) || better || ended;
        if (saves) {
            listener.checkpoint(snapshot());
        }
        return saves;
    }

    private TrainingEnd end(boolean last) {
        TrainingPlan.Goals goals = plan.goals();
        OptionalDouble evaluated =
                progress.bestSteps() < 0 ? OptionalDouble.empty() : OptionalDouble.of(progress.lastEvaluation());
        if (reaches(goals.targetRollout(), worlds.recentReturn()) || reaches(goals.targetEvaluation(), evaluated)) {
            return TrainingEnd.TARGET;
        }
        boolean stale = goals.patience() > 0 && progress.stale() >= goals.patience();
        return stale ? TrainingEnd.PATIENCE : last ? TrainingEnd.STEPS : TrainingEnd.NOT_YET;
    }

    private static boolean reaches(OptionalDouble target, OptionalDouble value) {
        return target.isPresent() && value.isPresent() && value.getAsDouble() >= target.getAsDouble();
    }

    /** The figures of an evaluation; none where none is due. */
    private Map<String, Double> evaluation(boolean due) {
        if (!due || plan.evaluationEpisodes() == 0) {
            return Map.of();
        }
        Map<String, Double> figures = new LinkedHashMap<>(course.evaluate(plan.evaluationEpisodes()));
        double mean = Objects.requireNonNull(figures.get(Course.MEAN_REWARD));
        if (!Double.isFinite(mean)) {
            throw new DivergedException("an evaluation earned " + mean + " at step " + progress.steps());
        }
        progress = progress.evaluated(mean);
        figures.put("eval/best_mean_reward", progress.bestEvaluation());
        return figures;
    }

    private Map<String, Double> figures(Map<String, Double> evaluation) {
        Map<String, Double> figures = new LinkedHashMap<>(worlds.figures());
        for (int i = 0; i < learners.size(); i++) {
            LearnerSeat seat = seats.get(i);
            learners.get(i).metrics().forEach((name, value) -> figures.put(seat.named(name), value));
        }
        figures.putAll(evaluation);
        return figures;
    }

    private Snapshot snapshot() {
        TensorStore tensors = new TensorStore();
        StateWriter out = new StateWriter(1 << 16);
        for (int i = 0; i < learners.size(); i++) {
            TensorStore own = new TensorStore();
            learners.get(i).save(own, out);
            seats.get(i).save(out);
            AgentTensors.put(seats.get(i).agent(), own, tensors);
        }
        worlds.save(out);
        return new Snapshot(progress, tensors, out.toBytes());
    }

    private void load(Snapshot saved) {
        StateReader in = new StateReader(saved.state());
        for (int i = 0; i < learners.size(); i++) {
            learners.get(i).load(AgentTensors.of(seats.get(i).agent(), saved.tensors()), in);
            seats.get(i).load(in);
        }
        worlds.load(in);
        in.end();
        progress = saved.progress();
        List.of(measuring, evaluating, saving).forEach(each -> each.resumeAt(progress.steps()));
    }
}
