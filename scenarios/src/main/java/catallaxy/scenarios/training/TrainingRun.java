package catallaxy.scenarios.training;

import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.agents.network.Compute;
import catallaxy.agents.training.Checkpoint;
import catallaxy.agents.training.CheckpointManifest;
import catallaxy.agents.training.Trainer;
import catallaxy.agents.training.TrainingEnd;
import catallaxy.agents.training.TrainingProgress;
import catallaxy.environment.market.kernel.CorruptStateException;
import catallaxy.environment.market.kernel.TraceDigest;
import catallaxy.environment.market.learning.ActionComponent;
import catallaxy.environment.market.learning.Feature;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.TrainingScenario;
import catallaxy.scenarios.report.Report;
import catallaxy.scenarios.run.RunFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One training run in its folder, from its first step or from its newest whole checkpoint to the end. */
public final class TrainingRun {
    private final TrainingScenario scenario;
    private final long seed;
    private final TrainingFolder folder;
    private final TrainingWatch watch;
    private final Map<String, Object> manifest;

    private TrainingRun(
            TrainingScenario scenario,
            long seed,
            TrainingFolder folder,
            TrainingWatch watch,
            Map<String, Object> manifest) {
        this.scenario = scenario;
        this.seed = seed;
        this.folder = folder;
        this.watch = watch;
        this.manifest = manifest;
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
        try (Compute compute = open(scenario)) {
            Instant now = Instant.now();
            String fingerprint = new TraceDigest()
                    .add(scenario.configDigest())
                    .add(request.seed())
                    .hex()
                    .substring(0, 8);
            RunFiles files = RunFiles.create(request.parent(), now, scenario.name(), fingerprint);
            Map<String, Object> manifest = manifest(request, compute, now);
            files.writeText(files.scenario(), scenario.resolved());
            files.writeText(files.command(), request.command() + "\n");
            files.writeJson(files.manifest(), manifest);
            watch.note(compute.description());
            return new TrainingRun(scenario, request.seed(), new TrainingFolder(files), watch, manifest)
                    .recorded(compute, Optional.empty());
        }
    }

    /**
     * Goes on with a run that was stopped or killed. The result is the one that it would have had.
     *
     * @param place the run folder
     * @return the summary; of a run that has ended already, the one it has
     * @throws UserError if there is no such run (usage), or no whole checkpoint is left of those it had (corrupt)
     */
    public static Map<String, Object> resume(Path place, TrainingWatch watch) throws IOException {
        StoredTraining stored = StoredTraining.read(place);
        if (stored.completed()) {
            watch.note(place + " has ended already");
            return stored.summary();
        }
        Optional<Checkpoint> newest = stored.newestCheckpoint();
        watch.note(newest.map(
                        each -> "resuming at step " + each.manifest().progress().steps())
                .orElse("no checkpoint yet, beginning anew"));
        TrainingScenario scenario = stored.scenario();
        try (Compute compute = open(scenario)) {
            newest.ifPresent(each -> noteOtherDevice(each.manifest().origin(), compute, watch));
            Map<String, Object> manifest = stored.manifest();
            manifest.put("status", "running");
            RunFiles files = stored.folder().files();
            files.writeJson(files.manifest(), manifest);
            return new TrainingRun(scenario, stored.seed(), stored.folder(), watch, manifest).recorded(compute, newest);
        }
    }

    private static void noteOtherDevice(CheckpointManifest.Origin origin, Compute compute, TrainingWatch watch) {
        String here = compute.deviceName();
        if (!origin.device().equals(here)) {
            watch.note("trained on " + origin.device() + " before, on " + here
                    + " now: the result may differ in the last bits");
        }
    }

    private static Compute open(TrainingScenario scenario) {
        try {
            return Compute.open(scenario.device(), scenario.threads());
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
        try (Learner learner = Trained.learner(scenario, seed, compute);
                RunJournal journal = RunJournal.from(
                        begun, folder, origin(compute), watch, scenario.plan().steps())) {
            Trainer trainer = trainer(learner, journal, from);
            if (trainer.run(watch::interrupted) == TrainingEnd.NOT_YET) {
                throw new TrainingInterruptedException(folder.folder());
            }
            Map<String, Object> summary = summary(trainer.progress(), journal.trainingSeconds());
            folder.files().writeJson(folder.files().summary(), summary);
            end("completed", "");
            Report.write(
                    List.of(folder.folder()), Optional.empty(), folder.files().report());
            return summary;
        }
    }

    private Trainer trainer(Learner learner, RunJournal journal, Optional<Checkpoint> from) {
        if (from.isEmpty()) {
            return Trainer.begin(learner, scenario.problem()::environment, scenario.plan(), seed, journal);
        }
        try {
            return Trainer.resume(
                    learner,
                    scenario.problem()::environment,
                    scenario.plan(),
                    seed,
                    journal,
                    from.get().snapshot());
        } catch (CorruptStateException | IllegalArgumentException other) {
            throw UserError.corrupt(
                    folder.folder() + ": its checkpoint does not fit its scenario: " + other.getMessage());
        }
    }

    private CheckpointManifest.Origin origin(Compute compute) {
        VectorEnvironment one = scenario.problem().environment(1);
        return new CheckpointManifest.Origin(
                String.valueOf(manifest.get("catallaxy")),
                String.valueOf(manifest.get("commit")),
                String.valueOf(manifest.get("jdk")),
                String.valueOf(manifest.get("os")),
                scenario.learner().algorithm(),
                scenario.problem().problem(),
                scenario.resolved(),
                seed,
                compute.deviceName(),
                compute.threads(),
                one.observationSpec().features().stream().map(Feature::name).toList(),
                one.actionSpec().components().stream()
                        .map(ActionComponent::name)
                        .toList());
    }

    private static Map<String, Object> manifest(TrainingRequest request, Compute compute, Instant started) {
        TrainingScenario scenario = request.scenario();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", "training");
        json.put("catallaxy", request.version());
        json.put("commit", System.getProperty("catallaxy.commit", "unknown"));
        json.put("jdk", Runtime.version().toString());
        json.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        json.put("scenario", scenario.name());
        json.put("source", scenario.source());
        json.put("problem", scenario.problem().problem());
        json.put("algorithm", scenario.learner().algorithm());
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

    private Map<String, Object> summary(TrainingProgress progress, double wallSeconds) throws IOException {
        try (Trained best = Trained.load(chosenCheckpoint())) {
            Scored scored = best.score(
                    scenario.problem(), scenario.finalEpisodes(), Trainer.derivedSeed(seed, "final evaluation"));
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("algorithm", scenario.learner().algorithm());
            json.put("problem", scenario.problem().problem());
            json.put("scenario", scenario.name());
            json.put("seed", seed);
            json.put("steps", progress.steps());
            json.put("end", progress.end().word());
            json.put("wallSeconds", wallSeconds);
            json.put("stepsPerSecond", progress.steps() / wallSeconds);
            json.putAll(scored.json());
            json.put("checkpoint", best.folder().toString());
            json.put("checkpointSteps", best.checkpoint().manifest().progress().steps());
            json.put("runFolder", folder.folder().toString());
            return json;
        }
    }

    private Path chosenCheckpoint() throws IOException {
        Optional<Path> chosen = switch (scenario.selection()) {
            case BEST -> folder.checkpoints().best();
            case LAST -> folder.checkpoints().newest();
        };
        return chosen.orElseThrow(() -> UserError.corrupt(folder.folder() + ": no whole checkpoint in it"));
    }
}
