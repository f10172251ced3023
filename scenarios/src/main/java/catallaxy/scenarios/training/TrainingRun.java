package catallaxy.scenarios.training;

import catallaxy.agents.network.Compute;
import catallaxy.agents.network.Kernels;
import catallaxy.agents.training.Checkpoint;
import catallaxy.agents.training.CheckpointManifest;
import catallaxy.agents.training.Course;
import catallaxy.agents.training.ProblemCourse;
import catallaxy.agents.training.Trainer;
import catallaxy.agents.training.TrainingEnd;
import catallaxy.agents.training.TrainingProgress;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.TrainingReader;
import catallaxy.scenarios.file.TrainingScenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One training run in its folder, from its first step or from its newest whole checkpoint to the end. */
public final class TrainingRun {
    private static final String KIND = "training";

    private final TrainingScenario scenario;
    private final TrainingRecord record;
    private final TrainingWatch watch;

    private TrainingRun(TrainingScenario scenario, TrainingRecord record, TrainingWatch watch) {
        this.scenario = scenario;
        this.record = record;
        this.watch = watch;
    }

    /**
     * Trains.
     *
     * @return the summary, as {@code summary.json} has it
     * @throws TrainingInterruptedException if the watch wanted that
     * @throws UserError                    if the device is not there
     * @throws IOException                  if the run folder cannot be written
     */
    public static Map<String, Object> begin(TrainingRequest request, TrainingWatch watch) throws IOException {
        TrainingScenario scenario = request.scenario();
        try (Compute compute = TrainingRecord.compute(scenario.device(), scenario.threads())) {
            TrainingRecord record = TrainingRecord.begin(
                    subject(scenario), request.seed(), request.parent(), request.command(), request.version(), compute);
            watch.note(compute.description());
            Kernels.setAside().forEach(watch::note);
            scenario.learner()
                    .idle(scenario.plan().steps(), scenario.plan().worlds())
                    .ifPresent(why -> watch.note("warning: " + why));
            return new TrainingRun(scenario, record, watch).recorded(compute, Optional.empty());
        }
    }

    private static TrainingRecord.Subject subject(TrainingScenario scenario) {
        Map<String, Object> learns = new LinkedHashMap<>();
        learns.put("problem", scenario.problem().problem());
        learns.put("algorithm", scenario.learner().algorithm());
        return new TrainingRecord.Subject(
                KIND, scenario.name(), scenario.source(), scenario.configDigest(), scenario.resolved(), learns);
    }

    /**
     * Goes on with a run that was stopped or killed. The result is the one that it would have had.
     *
     * @param place the run folder
     * @return the summary; of a run that has ended already, the one it has
     * @throws UserError if there is no such run (usage), or no whole checkpoint is left of those it had (corrupt)
     */
    public static Map<String, Object> resume(Path place, TrainingWatch watch) throws IOException {
        TrainingRecord record = TrainingRecord.read(place);
        record.requireKind(KIND);
        TrainingScenario scenario = TrainingReader.read(record.folder().files().scenario(), Map.of());
        record.requireDigest(scenario.configDigest());
        if (record.completed()) {
            watch.note(place + " has ended already");
            return record.summary();
        }
        Optional<Checkpoint> newest = record.newestCheckpoint();
        try (Compute compute = TrainingRecord.compute(scenario.device(), scenario.threads())) {
            record.resumed(newest, compute, watch);
            return new TrainingRun(scenario, record, watch).recorded(compute, newest);
        }
    }

    private Map<String, Object> recorded(Compute compute, Optional<Checkpoint> from) throws IOException {
        Map<String, Object> summary = record.recorded(() -> trained(compute, from));
        record.writeReport();
        return summary;
    }

    private Map<String, Object> trained(Compute compute, Optional<Checkpoint> from) throws IOException {
        long begun = from.map(each -> each.manifest().progress().steps()).orElse(0L);
        TrainingFolder folder = record.folder();
        try (Course course = course(compute);
                RunJournal journal = RunJournal.from(
                        begun,
                        folder,
                        origin(compute, course),
                        watch,
                        scenario.plan().steps())) {
            Trainer trainer = trainer(course, journal, from);
            if (trainer.run(watch::interrupted) == TrainingEnd.NOT_YET) {
                throw new TrainingInterruptedException(folder.folder());
            }
            return summary(trainer.progress(), journal.trainingSeconds());
        }
    }

    private Course course(Compute compute) {
        return new ProblemCourse(
                Trained.learner(scenario, record.seed(), compute),
                scenario.problem()::environment,
                scenario.plan().worlds(),
                record.seed());
    }

    private Trainer trainer(Course course, RunJournal journal, Optional<Checkpoint> from) {
        if (from.isEmpty()) {
            return Trainer.begin(course, scenario.plan(), journal);
        }
        try {
            return Trainer.resume(course, scenario.plan(), journal, from.get().snapshot());
        } catch (CorruptStateException | IllegalArgumentException other) {
            throw UserError.corrupt(
                    record.folder().folder() + ": its checkpoint does not fit its scenario: " + other.getMessage());
        }
    }

    private CheckpointManifest.Origin origin(Compute compute, Course course) {
        return record.origin(
                scenario.learner().algorithm(),
                scenario.problem().problem(),
                scenario.resolved(),
                compute,
                course.featureNames(),
                course.actionNames());
    }

    private Map<String, Object> summary(TrainingProgress progress, double wallSeconds) throws IOException {
        try (Trained chosen =
                Trained.load(record.chosenCheckpoint(scenario.finalScore().selection()))) {
            Scored scored = chosen.score(
                    scenario.problem(),
                    scenario.finalScore().episodes(),
                    scenario.finalScore().seed(record.seed()));
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("algorithm", scenario.learner().algorithm());
            json.put("problem", scenario.problem().problem());
            json.put("scenario", scenario.name());
            json.put("seed", record.seed());
            json.put("steps", progress.steps());
            json.put("end", progress.end().word());
            json.put("wallSeconds", wallSeconds);
            json.put("stepsPerSecond", progress.steps() / wallSeconds);
            json.putAll(scored.json());
            json.put("checkpoint", chosen.folder().toString());
            json.put(
                    "checkpointSteps", chosen.checkpoint().manifest().progress().steps());
            json.put("runFolder", record.folder().folder().toString());
            return json;
        }
    }
}
