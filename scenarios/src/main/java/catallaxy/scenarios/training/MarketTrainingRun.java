package catallaxy.scenarios.training;

import catallaxy.agents.market.MarketTrainer;
import catallaxy.agents.network.Compute;
import catallaxy.agents.policy.Cast;
import catallaxy.agents.training.Checkpoint;
import catallaxy.agents.training.CheckpointManifest;
import catallaxy.agents.training.Trainer;
import catallaxy.agents.training.TrainingEnd;
import catallaxy.environment.market.kernel.CorruptStateException;
import catallaxy.environment.market.kernel.TraceDigest;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.MarketTraining;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.SeatLearner;
import catallaxy.scenarios.file.Selection;
import catallaxy.scenarios.run.AgentPlans;
import catallaxy.scenarios.run.RunFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Training of a market's learners in its folder, from the first round or from the newest whole checkpoint to the end. */
public final class MarketTrainingRun {
    static final String KIND = "market-training";

    private final Scenario scenario;
    private final long seed;
    private final TrainingFolder folder;
    private final TrainingWatch watch;
    private final Map<String, Object> manifest;
    private final Cast cast;

    private MarketTrainingRun(
            Scenario scenario,
            long seed,
            TrainingFolder folder,
            TrainingWatch watch,
            Map<String, Object> manifest,
            ClassLoader userClasses) {
        this.scenario = scenario;
        this.seed = seed;
        this.folder = folder;
        this.watch = watch;
        this.manifest = manifest;
        cast = AgentPlans.cast(scenario, userClasses);
    }

    /**
     * Trains.
     *
     * @return the summary, as {@code summary.json} has it
     * @throws TrainingInterruptedException if the watch wanted that
     * @throws UserError                    if there is nobody to train, a learner does not fit its seat, or the device is
     *                                      not there
     * @throws IOException                  if the run folder cannot be written
     */
    public static Map<String, Object> begin(MarketTrainingRequest request, TrainingWatch watch) throws IOException {
        Scenario scenario = request.scenario();
        if (scenario.learners().isEmpty()) {
            throw UserError.usage(scenario.source()
                    + ": expected learners to train, such as learners.AGENT { algorithm = " + "ppo }, found none");
        }
        try (Compute compute = open(scenario.training())) {
            Instant now = Instant.now();
            String fingerprint = new TraceDigest()
                    .add(scenario.configDigest())
                    .add(request.seed())
                    .hex()
                    .substring(0, 8);
            MarketTrainers.requireFit(request, compute);
            RunFiles files =
                    RunFiles.create(request.parent(), now, scenario.market().name(), fingerprint);
            Map<String, Object> manifest = manifest(request, compute, now);
            files.writeText(files.scenario(), scenario.resolved());
            files.writeText(files.command(), request.command() + "\n");
            files.writeJson(files.manifest(), manifest);
            watch.note(compute.description());
            return new MarketTrainingRun(
                            scenario, request.seed(), new TrainingFolder(files), watch, manifest, request.userClasses())
                    .recorded(compute, Optional.empty());
        }
    }

    /** Whether a run folder is one of training in a market. */
    public static boolean isAt(Path place) {
        TrainingFolder folder = TrainingFolder.of(place);
        return folder.exists()
                && KIND.equals(StoredTraining.json(folder.files().manifest()).get("kind"));
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
        StoredMarketTraining stored = StoredMarketTraining.read(place);
        if (stored.completed()) {
            watch.note(place + " has ended already");
            return StoredTraining.json(stored.folder().files().summary());
        }
        Optional<Checkpoint> newest = stored.newestCheckpoint();
        watch.note(newest.map(
                        each -> "resuming at step " + each.manifest().progress().steps())
                .orElse("no checkpoint yet, beginning anew"));
        try (Compute compute = open(stored.scenario().training())) {
            Map<String, Object> manifest = stored.manifest();
            manifest.put("status", "running");
            stored.folder().files().writeJson(stored.folder().files().manifest(), manifest);
            return new MarketTrainingRun(
                            stored.scenario(), stored.seed(), stored.folder(), watch, manifest, userClasses)
                    .recorded(compute, newest);
        }
    }

    private static Compute open(MarketTraining training) {
        try {
            return Compute.open(training.device(), training.threads());
        } catch (IllegalArgumentException unusable) {
            throw UserError.usage(String.valueOf(unusable.getMessage()));
        }
    }

    private Map<String, Object> recorded(Compute compute, Optional<Checkpoint> from) throws IOException {
        try {
            return trained(compute, from);
        } catch (TrainingInterruptedException stopped) {
            end("interrupted", "");
            throw stopped;
        } catch (UncheckedIOException unwritable) {
            end("failed", String.valueOf(unwritable.getMessage()));
            throw unwritable.getCause();
        } catch (RuntimeException failed) {
            end("failed", String.valueOf(failed.getMessage()));
            throw failed;
        }
    }

    private void end(String status, String reason) throws IOException {
        manifest.put("status", status);
        manifest.put("finished", Instant.now().toString());
        manifest.put("reason", reason);
        folder.files().writeJson(folder.files().manifest(), manifest);
    }

    private Map<String, Object> trained(Compute compute, Optional<Checkpoint> from) throws IOException {
        long begun = from.map(each -> each.manifest().progress().steps()).orElse(0L);
        RoundJournal relay = new RoundJournal();
        try (MarketTrainer trainer = MarketTrainers.create(scenario, cast, seed, compute, relay);
                RunJournal journal =
                        RunJournal.from(begun, folder, origin(compute, trainer), watch, trainer.plannedSteps())) {
            relay.begin(journal);
            load(trainer, from);
            if (from.isEmpty()) {
                trainer.imitate(compute);
            }
            if (trainer.run(watch::interrupted) == TrainingEnd.NOT_YET) {
                throw new TrainingInterruptedException(folder.folder());
            }
            Map<String, Object> summary = summary(trainer, journal.trainingSeconds());
            folder.files().writeJson(folder.files().summary(), summary);
            end("completed", "");
            return summary;
        }
    }

    private void load(MarketTrainer trainer, Optional<Checkpoint> from) {
        try {
            from.ifPresent(each -> trainer.load(each.snapshot()));
        } catch (CorruptStateException | IllegalArgumentException other) {
            throw UserError.corrupt(
                    folder.folder() + ": its checkpoint does not fit its scenario: " + other.getMessage());
        }
    }

    private CheckpointManifest.Origin origin(Compute compute, MarketTrainer trainer) {
        return new CheckpointManifest.Origin(
                String.valueOf(manifest.get("catallaxy")),
                String.valueOf(manifest.get("commit")),
                String.valueOf(manifest.get("jdk")),
                String.valueOf(manifest.get("os")),
                String.join(
                        ", ",
                        scenario.learners().stream()
                                .map(each -> each.learner().algorithm())
                                .toList()),
                scenario.market().name(),
                scenario.resolved(),
                seed,
                compute.deviceName(),
                compute.threads(),
                trainer.featureNames(),
                trainer.actionNames());
    }

    private static Map<String, Object> manifest(MarketTrainingRequest request, Compute compute, Instant started) {
        Scenario scenario = request.scenario();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", KIND);
        json.put("catallaxy", request.version());
        json.put("commit", System.getProperty("catallaxy.commit", "unknown"));
        json.put("jdk", Runtime.version().toString());
        json.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        json.put("scenario", scenario.market().name());
        json.put("source", scenario.source());
        json.put(
                "learners", scenario.learners().stream().map(SeatLearner::agent).toList());
        json.put("seed", request.seed());
        json.put("device", compute.description());
        json.put("configDigest", scenario.configDigest());
        json.put("status", "running");
        json.put("started", started.toString());
        json.put("finished", "");
        json.put("reason", "");
        json.put("command", request.command());
        return json;
    }

    private Map<String, Object> summary(MarketTrainer trainer, double wallSeconds) throws IOException {
        Optional<Path> chosen = scenario.training().selection() == Selection.BEST
                ? folder.checkpoints().best()
                : folder.checkpoints().newest();
        Path checkpoint = chosen.orElseThrow(() -> UserError.corrupt(folder.folder() + ": no whole checkpoint in it"));
        long steps = trainer.progress().steps();
        TrainedMarket trained = TrainedMarket.load(checkpoint, cast, scenario);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("scenario", scenario.market().name());
        json.put("seed", seed);
        json.put("steps", steps);
        json.put("rounds", trainer.round());
        json.put("worlds", scenario.training().plan().worlds());
        json.put("wallSeconds", wallSeconds);
        json.put("stepsPerSecond", steps / wallSeconds);
        json.put(
                "learners",
                trained.score(scenario.training().finalEpisodes(), Trainer.derivedSeed(seed, "final evaluation")));
        json.put("checkpoint", checkpoint.toString());
        json.put("checkpointSteps", trained.steps());
        json.put("runFolder", folder.folder().toString());
        return json;
    }
}
