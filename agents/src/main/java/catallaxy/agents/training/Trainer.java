package catallaxy.agents.training;

import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.agents.learning.VectorStep;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/**
 * The one training loop: act, step, observe; measure, evaluate and save where that is due. A function of learner, problem,
 * plan and seed: a run that was saved and goes on from there reaches the same bits as one that was never stopped. Evaluation
 * has worlds of its own, whose seed is derived from the run's and shared by all evaluations of the run. One thread.
 */
public final class Trainer {
    private final Learner learner;
    private final IntFunction<VectorEnvironment> problem;
    private final TrainingPlan plan;
    private final long seed;
    private final TrainingListener listener;
    private final VectorEnvironment environment;
    private final VectorStep step;
    private final float[] actions;
    private final EpisodeTracker episodes;
    private final Schedule measuring;
    private final Schedule evaluating;
    private final Schedule saving;
    private TrainingProgress progress = TrainingProgress.NOTHING;

    private Trainer(
            Learner learner,
            IntFunction<VectorEnvironment> problem,
            TrainingPlan plan,
            long seed,
            TrainingListener listener) {
        this.learner = learner;
        this.problem = problem;
        this.plan = plan;
        this.seed = seed;
        this.listener = listener;
        environment = problem.apply(plan.worlds());
        step = VectorStep.of(environment);
        actions = new float[plan.worlds() * environment.actionSpec().size()];
        episodes = new EpisodeTracker(plan.worlds());
        measuring = new Schedule(plan.measureInterval());
        evaluating = new Schedule(plan.evaluationInterval());
        saving = new Schedule(plan.checkpointInterval());
    }

    /**
     * Training from its first step.
     *
     * @param learner new; closed by its owner
     * @param problem makes so many worlds
     */
    public static Trainer begin(
            Learner learner,
            IntFunction<VectorEnvironment> problem,
            TrainingPlan plan,
            long seed,
            TrainingListener listener) {
        Trainer trainer = new Trainer(learner, problem, plan, seed, listener);
        trainer.environment.reset(derivedSeed(seed, "training"), trainer.step);
        trainer.environment.spread(trainer.step);
        return trainer;
    }

    /**
     * Training from where it was saved; the other arguments are those it was begun with.
     *
     * @throws catallaxy.environment.base.state.CorruptStateException if the state is not theirs
     */
    public static Trainer resume(
            Learner learner,
            IntFunction<VectorEnvironment> problem,
            TrainingPlan plan,
            long seed,
            TrainingListener listener,
            Snapshot saved) {
        Trainer trainer = new Trainer(learner, problem, plan, seed, listener);
        trainer.load(saved);
        return trainer;
    }

    /** The seed of a part of a run, such as {@code evaluation}. */
    public static long derivedSeed(long seed, String part) {
        return RandomStream.of(seed, "seed/" + part).nextLong();
    }

    public TrainingProgress progress() {
        return progress;
    }

    /**
     * Trains until the end of the plan, or to the next boundary after {@code interrupted} holds. Saves last in any case.
     *
     * @return why it ended; {@link TrainingEnd#NOT_YET} if it was interrupted
     */
    public TrainingEnd run(BooleanSupplier interrupted) {
        boolean stopping = false;
        while (!stopping && progress.end() == TrainingEnd.NOT_YET) {
            learner.act(step, actions);
            environment.step(actions, step);
            learner.observe(step);
            episodes.observe(step);
            if (learner.atBoundary()) {
                stopping = interrupted.getAsBoolean();
                atBoundary(stopping);
            }
        }
        return progress.end();
    }

    private void atBoundary(boolean stopping) {
        boolean saved = learner.steps() >= due() && takeDue();
        if (stopping && !saved) {
            progress = progress.at(learner.steps(), episodes.episodes());
            listener.checkpoint(snapshot());
        }
    }

    private long due() {
        return Math.min(Math.min(measuring.next(), plan.steps()), Math.min(evaluating.next(), saving.next()));
    }

    /** Does what is due; whether it saved. */
    private boolean takeDue() {
        long now = learner.steps();
        progress = progress.at(now, episodes.episodes());
        boolean last = now >= plan.steps() || reachesRolloutTarget();
        Optional<Evaluation> evaluation = evaluation(evaluating.take(now) || last);
        progress = progress.ended(end(last));
        boolean ended = progress.end() != TrainingEnd.NOT_YET;
        if (measuring.take(now) || evaluation.isPresent() || ended) {
            listener.measured(now, figures(evaluation));
        }
        boolean better = evaluation.isPresent() && progress.isBest();
        boolean saves = saving.take(now) || better || ended;
        if (saves) {
            listener.checkpoint(snapshot());
        }
        return saves;
    }

    private TrainingEnd end(boolean last) {
        if (reachesRolloutTarget() || reachesEvaluationTarget()) {
            return TrainingEnd.TARGET;
        }
        boolean stale = plan.patience() > 0 && progress.stale() >= plan.patience();
        return stale ? TrainingEnd.PATIENCE : last ? TrainingEnd.STEPS : TrainingEnd.NOT_YET;
    }

    private boolean reachesRolloutTarget() {
        return episodes.isFull()
                && plan.targetRollout().isPresent()
                && episodes.meanReturn() >= plan.targetRollout().getAsDouble();
    }

    private boolean reachesEvaluationTarget() {
        return plan.targetEvaluation().isPresent()
                && progress.lastEvaluation() >= plan.targetEvaluation().getAsDouble();
    }

    private Optional<Evaluation> evaluation(boolean due) {
        if (!due || plan.evaluationEpisodes() == 0) {
            return Optional.empty();
        }
        VectorEnvironment heldOut = problem.apply(Evaluation.worldsFor(plan.evaluationEpisodes()));
        Evaluation evaluation =
                Evaluation.of(heldOut, learner.policy(), plan.evaluationEpisodes(), derivedSeed(seed, "evaluation"));
        progress = progress.evaluated(evaluation.mean());
        return Optional.of(evaluation);
    }

    private Map<String, Double> figures(Optional<Evaluation> evaluation) {
        Map<String, Double> figures = new LinkedHashMap<>();
        if (episodes.episodes() > 0) {
            figures.put("rollout/ep_rew_mean", episodes.meanReturn());
            figures.put("rollout/ep_len_mean", episodes.meanLength());
        }
        figures.put("rollout/episodes", (double) episodes.episodes());
        figures.putAll(learner.metrics());
        evaluation.ifPresent(result -> {
            figures.put("eval/mean_reward", result.mean());
            figures.put("eval/std_reward", result.std());
            figures.put("eval/mean_ep_length", result.meanLength());
            figures.put("eval/best_mean_reward", progress.bestEvaluation());
        });
        return figures;
    }

    private Snapshot snapshot() {
        TensorStore tensors = new TensorStore();
        StateWriter out = new StateWriter(1 << 16);
        learner.save(tensors, out);
        environment.save(out);
        step.save(out);
        episodes.save(out);
        measuring.save(out);
        evaluating.save(out);
        saving.save(out);
        progress.save(out);
        return new Snapshot(progress, tensors, out.toBytes());
    }

    private void load(Snapshot saved) {
        StateReader in = new StateReader(saved.state());
        learner.load(saved.tensors(), in);
        environment.load(in);
        step.load(in);
        episodes.load(in);
        measuring.load(in);
        evaluating.load(in);
        saving.load(in);
        progress = TrainingProgress.load(in);
        in.end();
    }
}
