package catallaxy.scenarios.training;

import catallaxy.agents.driver.DecisionWatch;
import catallaxy.agents.market.MarketCourse;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.Kernels;
import catallaxy.agents.policy.Cast;
import catallaxy.agents.training.Checkpoint;
import catallaxy.agents.training.CheckpointManifest;
import catallaxy.agents.training.Course;
import catallaxy.agents.training.Trainer;
import catallaxy.agents.training.TrainingEnd;
import catallaxy.agents.training.TrainingPlan;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.FinalScore;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.file.SeatLearner;
import catallaxy.scenarios.run.AgentPlans;
import catallaxy.scenarios.run.DataNotes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Training of a market's learners in its folder, from the first round or from the newest whole checkpoint to the end. */
public final class MarketTrainingRun {
    static final String KIND = "market-training";

    private final Scenario scenario;
    private final TrainingRecord record;
    private final TrainingWatch watch;
    private final Cast cast;

    private MarketTrainingRun(Scenario scenario, TrainingRecord record, TrainingWatch watch, ClassLoader userClasses) {
        this.scenario = scenario;
        this.record = record;
        this.watch = watch;
        cast = AgentPlans.cast(scenario, userClasses);
    }

    /**
     * Trains.
     *
     * @return the summary, as {@code summary.json} has it
     * @throws TrainingInterruptedException if the watch wanted that
     * @throws UserError                    if an agent does not fit its seat or cannot be made, or the device is not there
     * @throws IOException                  if the run folder cannot be written
     */
    public static Map<String, Object> begin(MarketTrainingRequest request, TrainingWatch watch) throws IOException {
        Scenario scenario = request.scenario();
        requireAgents(scenario, request.userClasses());
        try (Compute compute = open(scenario)) {
            List<String> idle = MarketTrainers.requireFit(request, compute);
            TrainingRecord record = TrainingRecord.begin(
                    subject(scenario), request.seed(), request.parent(), request.command(), request.version(), compute);
            watch.note(compute.description());
            Kernels.setAside().forEach(watch::note);
            idle.forEach(why -> watch.note("warning: " + why));
            return new MarketTrainingRun(scenario, record, watch, request.userClasses())
                    .recorded(compute, Optional.empty());
        }
    }

    /** Before there is a folder, as of a run. */
    private static void requireAgents(Scenario scenario, ClassLoader userClasses) {
        Collection<String> misfits = AgentPlans.misfits(scenario, userClasses).values();
        if (!misfits.isEmpty()) {
            throw UserError.usage(String.join("\n", misfits));
        }
    }

    private static Compute open(Scenario scenario) {
        return TrainingRecord.compute(
                scenario.training().device(), scenario.training().threads());
    }

    private static TrainingRecord.Subject subject(Scenario scenario) {
        List<String> learners =
                scenario.learners().stream().map(SeatLearner::agent).toList();
        Map<String, Object> learns = new LinkedHashMap<>();
        learns.put("learners", learners);
        learns.put("data", DataNotes.of(scenario));
        return new TrainingRecord.Subject(
                KIND,
                scenario.market().name(),
                scenario.source(),
                scenario.configDigest(),
                scenario.resolved(),
                learns);
    }

    /** Whether a run folder is one of training in a market. */
    public static boolean isAt(Path place) {
        return TrainingFolder.of(place).exists() && TrainingRecord.read(place).isOf(KIND);
    }

    /**
     * Goes on with a run that was stopped or killed. The result is the one that it would have had.
     *
     * @param place the run folder
     * @return the summary; of a run that has ended already, the one it has
     * @throws UserError if no whole checkpoint is left of those it had (corrupt)
     */
    public static Map<String, Object> resume(Path place, ClassLoader userClasses, TrainingWatch watch)
            throws IOException {
        TrainingRecord record = TrainingRecord.read(place);
        record.requireKind(KIND);
        Scenario scenario = ScenarioReader.read(record.folder().files().scenario(), Map.of());
        record.requireDigest(scenario.configDigest());
        if (record.completed()) {
            watch.note(place + " has ended already");
            return record.summary();
        }
        Optional<Checkpoint> newest = record.newestCheckpoint();
        requireAgents(scenario, userClasses);
        try (Compute compute = open(scenario)) {
            record.resumed(newest, compute, watch);
            return new MarketTrainingRun(scenario, record, watch, userClasses).recorded(compute, newest);
        }
    }

    private Map<String, Object> recorded(Compute compute, Optional<Checkpoint> from) throws IOException {
        Map<String, Object> summary = record.recorded(() -> watched(compute, from));
        record.writeReport();
        return summary;
    }

    /** On a thread that is left behind with an agent that hangs. */
    private Map<String, Object> watched(Compute compute, Optional<Checkpoint> from) {
        return DecisionWatch.over(scenario.faultRule().decisionTimeoutNanos(), () -> {
            compute.takeOver();
            try {
                return trained(compute, from);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        });
    }

    private Map<String, Object> trained(Compute compute, Optional<Checkpoint> from) throws IOException {
        long begun = from.map(each -> each.manifest().progress().steps()).orElse(0L);
        try (MarketCourse course = MarketTrainers.create(scenario, cast, record.seed(), compute)) {
            TrainingPlan plan = scenario.training().plan(course.stepsOfRound());
            try (RunJournal journal =
                    RunJournal.from(begun, record.folder(), origin(compute, course), watch, plan.steps())) {
                Trainer trainer = trainer(course, plan, journal, from, compute);
                if (trainer.run(watch::interrupted) == TrainingEnd.NOT_YET) {
                    throw new TrainingInterruptedException(record.folder().folder());
                }
                return summary(trainer, course.round(), journal.trainingSeconds());
            }
        }
    }

    private Trainer trainer(
            MarketCourse course, TrainingPlan plan, RunJournal journal, Optional<Checkpoint> from, Compute compute) {
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

    private CheckpointManifest.Origin origin(Compute compute, Course course) {
        List<String> algorithms = scenario.learners().stream()
                .map(each -> each.learner().algorithm())
                .toList();
        return record.origin(
                String.join(", ", algorithms),
                scenario.market().name(),
                scenario.resolved(),
                compute,
                course.featureNames(),
                course.actionNames());
    }

    private Map<String, Object> summary(Trainer trainer, int rounds, double wallSeconds) throws IOException {
        FinalScore finalScore = scenario.training().finalScore();
        Path checkpoint = record.chosenCheckpoint(finalScore.selection());
        long steps = trainer.progress().steps();
        TrainedMarket trained = TrainedMarket.load(checkpoint, cast, scenario);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("scenario", scenario.market().name());
        json.put("seed", record.seed());
        json.put("steps", steps);
        json.put("rounds", rounds);
        json.put("end", trainer.progress().end().word());
        json.put("worlds", scenario.training().rounds().worlds());
        json.put("data", DataNotes.of(scenario));
        json.put("wallSeconds", wallSeconds);
        json.put("stepsPerSecond", steps / wallSeconds);
        json.put("learners", trained.score(finalScore.episodes(), finalScore.seed(record.seed())));
        json.put("checkpoint", checkpoint.toString());
        json.put("checkpointSteps", trained.steps());
        json.put("runFolder", record.folder().folder().toString());
        return json;
    }
}
