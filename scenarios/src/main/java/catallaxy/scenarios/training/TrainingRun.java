package catallaxy.scenarios.training;

import catallaxy.agents.network.Compute;
import catallaxy.agents.network.Kernels;
import catallaxy.agents.training.Checkpoint;
import catallaxy.agents.training.Course;
import catallaxy.agents.training.Trainer;
import catallaxy.agents.training.TrainingEnd;
import catallaxy.agents.training.TrainingPlan;
import catallaxy.agents.training.TrainingProgress;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.folder.TrainingSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One training run in its folder, from its first step or from its newest whole checkpoint to the end. */
public final class TrainingRun {
    private final Experiment experiment;
    private final TrainingRecord record;
    private final ClassLoader userClasses;
    private final TrainingWatch watch;

    private TrainingRun(Experiment experiment, TrainingRecord record, ClassLoader userClasses, TrainingWatch watch) {
        this.experiment = experiment;
        this.record = record;
        this.userClasses = userClasses;
        this.watch = watch;
    }

    /**
     * Trains.
     *
     * @return the summary, as {@code summary.json} has it
     * @throws TrainingInterruptedException if the watch wanted that
     * @throws UserError                    if an agent or a learner does not fit its seat, or the device is not there
     * @throws IOException                  if the run folder cannot be written
     */
    public static TrainingSummary begin(TrainingRequest request, TrainingWatch watch) throws IOException {
        Experiment experiment = request.experiment().bound(request.program().learners());
        ClassLoader userClasses = request.program().userClasses();
        experiment.requireAgents(userClasses);
        try (Compute compute = TrainingRecord.compute(experiment.compute())) {
            List<String> idle = idle(experiment, request.seed(), compute, userClasses);
            TrainingRecord record =
                    TrainingRecord.begin(experiment, request.seed(), request.parent(), request.program(), compute);
            watch.note(compute.description());
            Kernels.setAside().forEach(watch::note);
            idle.forEach(why -> watch.note("warning: " + why));
            return new TrainingRun(experiment, record, userClasses, watch).recorded(compute, Optional.empty());
        }
    }

    /** Makes all learners once before anything is written, so that what does not fit leaves a folder as it is, or none behind. */
    private static List<String> idle(Experiment experiment, long seed, Compute compute, ClassLoader userClasses) {
        try (Course course = experiment.course(seed, compute, userClasses)) {
            return experiment.idle(course);
        }
    }

    /**
     * Goes on with a run that was stopped or killed. The result is the one that it would have had.
     *
     * @param place the run folder
     * @return the summary; of a run that has ended already, the one it has
     * @throws UserError if there is no such run (usage), or no whole checkpoint is left of those it had (corrupt)
     */
    public static TrainingSummary resume(Path place, TrainingProgram program, TrainingWatch watch) throws IOException {
        TrainingRecord record = TrainingRecord.read(place);
        Experiment experiment = Experiment.of(record).bound(program.learners());
        record.requireDigest(experiment.file().configDigest());
        if (record.completed()) {
            watch.note(place + " has ended already");
            return record.summary();
        }
        Optional<Checkpoint> newest = record.newestCheckpoint();
        experiment.requireAgents(program.userClasses());
        try (Compute compute = TrainingRecord.compute(experiment.compute())) {
            experiment.course(record.seed(), compute, program.userClasses()).close();
            record.resumed(newest, compute, watch);
            return new TrainingRun(experiment, record, program.userClasses(), watch).recorded(compute, newest);
        }
    }

    private TrainingSummary recorded(Compute compute, Optional<Checkpoint> from) throws IOException {
        TrainingSummary summary = record.recorded(() -> watched(compute, from));
        record.writeReport();
        return summary;
    }

    private TrainingSummary watched(Compute compute, Optional<Checkpoint> from) {
        return experiment.watched(compute, () -> {
            try {
                return trained(compute, from);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        });
    }

    private TrainingSummary trained(Compute compute, Optional<Checkpoint> from) throws IOException {
        long begun = from.map(each -> each.manifest().progress().steps()).orElse(0L);
        try (Course course = experiment.course(record.seed(), compute, userClasses)) {
            TrainingPlan plan = experiment.plan(course);
            try (RunJournal journal = RunJournal.from(
                    begun, record.folder(), record.origin(experiment, course, compute), watch, plan.steps())) {
                Trainer trainer = trainer(course, plan, journal, from, compute);
                if (trainer.run(watch::interrupted) == TrainingEnd.NOT_YET) {
                    throw new TrainingInterruptedException(record.folder().folder());
                }
                return summary(trainer.progress(), journal.trainingSeconds());
            }
        }
    }

    private Trainer trainer(
            Course course, TrainingPlan plan, RunJournal journal, Optional<Checkpoint> from, Compute compute) {
        if (from.isEmpty()) {
            course.prepare(compute);
            return Trainer.begin(course, plan, journal);
        }
        try {
            return Trainer.resume(course, plan, journal, from.get().snapshot());
        } catch (CorruptStateException | IllegalArgumentException other) {
            throw UserError.corrupt(
                    record.folder().folder() + ": its checkpoint does not fit its scenario: " + other.getMessage());
        }
    }

    private TrainingSummary summary(TrainingProgress progress, double wallSeconds) throws IOException {
        Path checkpoint = record.chosenCheckpoint(experiment.finalScore().selection());
        try (Trained chosen = experiment.trained(checkpoint, userClasses)) {
            return new TrainingSummary(
                    chosen.subject(experiment.name(), record.seed()),
                    new TrainingSummary.Course(
                            progress.steps(),
                            progress.end().word(),
                            experiment.rounds(progress),
                            experiment.worlds(),
                            wallSeconds,
                            progress.steps() / wallSeconds),
                    experiment.data(),
                    chosen.score(
                            experiment.finalScore().episodes(),
                            experiment.finalScore().seed(record.seed())),
                    new TrainingSummary.Place(
                            chosen.folder().toString(),
                            chosen.steps(),
                            record.folder().folder().toString()));
        }
    }
}
