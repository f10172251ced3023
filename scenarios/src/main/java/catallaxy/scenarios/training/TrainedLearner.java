package catallaxy.scenarios.training;

import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.Kernels;
import catallaxy.agents.problem.ProblemSpec;
import catallaxy.agents.training.Checkpoint;
import catallaxy.agents.training.TrainingPlan;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.TrainingReader;
import catallaxy.scenarios.file.TrainingScenario;
import catallaxy.scenarios.file.learning.LearnerBinding;
import catallaxy.scenarios.file.learning.UnboundLearnerException;
import catallaxy.scenarios.file.market.CheckpointPolicyReader;
import catallaxy.scenarios.folder.TrainingScore;
import catallaxy.scenarios.folder.TrainingSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** A learner of a problem as a checkpoint holds it, ready to act. Closing it frees its native memory. */
final class TrainedLearner extends Trained {
    /** What messages call the scenario that a checkpoint brings along. */
    static final String OWN_SCENARIO = "the scenario that its manifest holds, as this version reads it";

    private final TrainingScenario scenario;
    private final Checkpoint checkpoint;
    private final Path folder;
    private final Compute compute;
    private final Learner learner;
    private final Stage stage;

    private TrainedLearner(
            TrainingScenario scenario,
            Checkpoint checkpoint,
            Path folder,
            Compute compute,
            Learner learner,
            Stage stage) {
        this.scenario = scenario;
        this.checkpoint = checkpoint;
        this.folder = folder;
        this.compute = compute;
        this.learner = learner;
        this.stage = stage;
    }

    /** Loads a checkpoint, to play and compute where its training did; see {@link #load(Path, Stage, LearnerBinding)}. */
    static TrainedLearner load(Path place) {
        return load(place, Stage.same(), LearnerBinding.NONE);
    }

    /**
     * Loads a checkpoint.
     *
     * @param place   a checkpoint's folder, or a run folder for the one that was to be scored
     * @param binding of the learner
     * @throws UserError if there is none or no such device (usage), or it is damaged or does not fit (corrupt)
     */
    static TrainedLearner load(Path place, Stage stage, LearnerBinding binding) {
        Path folder = checkpointAt(place);
        try {
            Checkpoint checkpoint = Checkpoint.read(folder);
            String configuration = checkpoint.manifest().origin().training().configuration();
            TrainingScenario scenario = TrainingReader.readText(folder.toString(), configuration, stage.where())
                    .bound(binding);
            Compute compute = TrainingRecord.compute(scenario.compute());
            return new TrainedLearner(
                    scenario,
                    checkpoint,
                    folder,
                    compute,
                    loaded(checkpoint, scenario, OWN_SCENARIO, folder, compute),
                    stage);
        } catch (CorruptStateException damaged) {
            throw UserError.corrupt(String.valueOf(damaged.getMessage()));
        }
    }

    /**
     * The learner as the checkpoint holds it. Of what was opened nothing stays open if this fails.
     *
     * @param which scenario it is, for messages
     */
    static Learner loaded(
            Checkpoint checkpoint, TrainingScenario scenario, String which, Path folder, Compute compute) {
        try {
            Learner learner =
                    learner(scenario, checkpoint.manifest().origin().training().seed(), compute);
            learner.load(
                    checkpoint.snapshot().tensors(),
                    new StateReader(checkpoint.snapshot().state()));
            return learner;
        } catch (UnboundLearnerException elsewhere) {
            compute.close();
            throw UserError.usage(folder + ": its learner " + elsewhere.getMessage());
        } catch (CorruptStateException | IllegalArgumentException other) {
            compute.close();
            throw UserError.corrupt(folder + ": it does not fit " + which + ": " + other.getMessage());
        }
    }

    static Learner learner(TrainingScenario scenario, long seed, Compute compute) {
        VectorEnvironment one = scenario.problem().environment(1);
        TrainingPlan plan = scenario.plan();
        return scenario.learner()
                .create(
                        new LearningTask(
                                one.observationSpec(), one.actionSpec(), plan.worlds(), plan.steps(), seed, one.game()),
                        compute);
    }

    /** The checkpoint's folder, or of a run folder the one that was to be scored. */
    static Path checkpointAt(Path place) {
        if (!Files.isDirectory(place)) {
            throw UserError.usage(place + ": expected a checkpoint or a run folder with checkpoints, found none");
        }
        if (!Files.isDirectory(place.resolve("checkpoints"))) {
            return place;
        }
        try {
            return CheckpointPolicyReader.checkpointAt(place)
                    .orElseThrow(() -> UserError.corrupt(place + ": no whole checkpoint in it"));
        } catch (CorruptStateException damaged) {
            throw UserError.corrupt(String.valueOf(damaged.getMessage()));
        } catch (IOException unreadable) {
            throw UserError.corrupt(place + ": " + unreadable.getMessage());
        }
    }

    /** The scenario that it was trained in. */
    TrainingScenario scenario() {
        return scenario;
    }

    Checkpoint checkpoint() {
        return checkpoint;
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public long steps() {
        return checkpoint.manifest().progress().steps();
    }

    @Override
    TrainingSummary.Subject subject(String name, long seed) {
        return new TrainingSummary.Subject(
                scenario.learner().algorithm(), scenario.problem().problem(), name, OptionalLong.of(seed));
    }

    @Override
    String played() {
        return "";
    }

    /** What it has learned, without exploration; valid until it is closed. */
    BatchPolicy policy() {
        return learner.policy();
    }

    /** Of the machine that it acts on here: where its networks were computed otherwise before. */
    @Override
    public List<String> notes() {
        return Stream.concat(
                        Kernels.setAside().stream(),
                        checkpoint.manifest().origin().computing().kernels().changeTo(compute).stream())
                .toList();
    }

    @Override
    public TrainingScore score(int episodes, long seed) {
        return score(stage.problem(folder.toString(), scenario.file().resolved()), episodes, seed);
    }

    /**
     * Scores it in a problem.
     *
     * @throws UserError if the problem is observed or acted in otherwise than the one it was trained in
     */
    TrainingScore score(ProblemSpec problem, int episodes, long seed) {
        VectorEnvironment other = problem.environment(1);
        VectorEnvironment own = scenario.problem().environment(1);
        if (!other.observationSpec().equals(own.observationSpec())
                || !other.actionSpec().equals(own.actionSpec())) {
            throw UserError.usage(
                    "the checkpoint was trained in " + scenario.problem().problem()
                            + ", whose observations or actions are not those of this " + problem.problem());
        }
        return ProblemScore.of(problem, learner.policy(), episodes, seed);
    }

    @Override
    public void close() {
        learner.close();
        compute.close();
    }
}
