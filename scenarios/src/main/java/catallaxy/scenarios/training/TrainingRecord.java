package catallaxy.scenarios.training;

import catallaxy.agents.driver.AgentFailedException;
import catallaxy.agents.learning.DivergedException;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.Kernels;
import catallaxy.agents.policy.AgentCreationException;
import catallaxy.agents.training.Checkpoint;
import catallaxy.agents.training.CheckpointManifest;
import catallaxy.agents.training.Course;
import catallaxy.environment.base.digest.TraceDigest;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.scenarios.Checksums;
import catallaxy.scenarios.JsonText;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.ComputeChoice;
import catallaxy.scenarios.file.ScenarioFile;
import catallaxy.scenarios.file.Selection;
import catallaxy.scenarios.report.Report;
import catallaxy.scenarios.run.RunFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the folder of a training run says of it: what is trained, from what, whether it goes on and how it ended. */
final class TrainingRecord {
    private final TrainingFolder folder;
    /** Entries of {@code manifest.json}. */
    private final Map<String, Object> manifest;

    private TrainingRecord(TrainingFolder folder, Map<String, Object> manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    /**
     * What is trained.
     *
     * @param kind   of run, as the manifest has it
     * @param name   of the scenario
     * @param file   that says what is trained
     * @param learns further entries that say who learns what
     */
    record Subject(String kind, String name, ScenarioFile file, Map<String, Object> learns) {}

    /**
     * A new run's folder below {@code parent}.
     *
     * @param program that trains; its command line is kept with the run
     */
    static TrainingRecord begin(Subject subject, long seed, Path parent, TrainingProgram program, Compute compute)
            throws IOException {
        Instant now = Instant.now();
        String fingerprint = new TraceDigest()
                .add(subject.file().configDigest())
                .add(seed)
                .hex()
                .substring(0, 8);
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("kind", subject.kind());
        manifest.put("catallaxy", program.version());
        manifest.put("commit", System.getProperty("catallaxy.commit", "unknown"));
        manifest.put("jdk", Runtime.version().toString());
        manifest.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        manifest.put("scenario", subject.name());
        manifest.put("source", subject.file().source());
        manifest.putAll(subject.learns());
        manifest.put("seed", seed);
        manifest.put("device", compute.description());
        manifest.putAll(compute.kernels().entries());
        manifest.put("configDigest", subject.file().configDigest());
        manifest.put("status", "running");
        manifest.put("started", now.toString());
        List.of("finished", "reason").forEach(key -> manifest.put(key, ""));
        manifest.put("command", program.command());
        RunFiles files = RunFiles.create(parent, now, subject.name(), fingerprint, made -> {
            made.writeText(made.scenario(), subject.file().resolved());
            made.writeText(made.command(), program.command() + "\n");
            made.writeJson(made.manifest(), manifest);
        });
        return new TrainingRecord(new TrainingFolder(files), manifest);
    }

    /**
     * Reads a run folder.
     *
     * @throws UserError if there is none (usage), or its manifest is damaged (corrupt)
     */
    static TrainingRecord read(Path place) {
        TrainingFolder folder = TrainingFolder.of(place);
        Checksums.require(place);
        folder.files().requireFolder("the folder of a training run");
        return new TrainingRecord(folder, json(folder.files().manifest()));
    }

    /** The entries of a JSON object in a file. */
    private static Map<String, Object> json(Path file) {
        try {
            Map<String, Object> entries = new LinkedHashMap<>();
            JsonText.read(Files.readString(file)).forEach((key, value) -> {
                if (value != null) {
                    entries.put(key, value);
                }
            });
            return entries;
        } catch (IOException malformed) {
            throw UserError.corrupt(file + ": " + malformed.getMessage());
        }
    }

    TrainingFolder folder() {
        return folder;
    }

    boolean isOf(String kind) {
        return kind.equals(manifest.get("kind"));
    }

    /** Whether this is a run of one scenario with one seed. */
    boolean isOf(String configDigest, long seed) {
        return configDigest.equals(manifest.get("configDigest")) && seed == seed();
    }

    /** @throws UserError if it is the record of another kind of run (usage) */
    void requireKind(String kind) {
        if (!isOf(kind)) {
            throw UserError.usage(folder.folder() + ": expected the folder of a run of " + kind + ", found one of "
                    + manifest.getOrDefault("kind", "simulation"));
        }
    }

    /** @throws UserError if the scenario in the folder is not the one that the run began with (corrupt) */
    void requireDigest(String configDigest) {
        if (!configDigest.equals(manifest.get("configDigest"))) {
            throw UserError.corrupt(folder.files().scenario() + ": its digest is not the one in manifest.json");
        }
    }

    long seed() {
        if (manifest.get("seed") instanceof Number seed) {
            return seed.longValue();
        }
        throw UserError.corrupt(folder.files().manifest() + ": seed: expected a number, found " + manifest.get("seed"));
    }

    boolean completed() {
        return "completed".equals(manifest.get("status"));
    }

    /** The summary of a completed run, with paths of where its folder is now. */
    Map<String, Object> summary() {
        Map<String, Object> summary = json(folder.files().summary());
        if (summary.get("runFolder") instanceof String before
                && summary.get("checkpoint") instanceof String checkpoint) {
            Path within = Path.of(before).relativize(Path.of(checkpoint));
            summary.put("checkpoint", folder.folder().resolve(within).toString());
            summary.put("runFolder", folder.folder().toString());
        }
        return summary;
    }

    /**
     * The newest whole checkpoint; none of a run that had none yet.
     *
     * @throws UserError if all are damaged
     */
    Optional<Checkpoint> newestCheckpoint() throws IOException {
        Optional<Path> newest = folder.checkpoints().newest();
        List<Path> all = folder.checkpoints().all();
        try {
            if (newest.isEmpty() && !all.isEmpty()) {
                Checkpoint.read(all.getLast());
            }
            return newest.map(Checkpoint::read);
        } catch (CorruptStateException damaged) {
            throw UserError.corrupt(String.valueOf(damaged.getMessage()));
        }
    }

    /** The checkpoint that the run's score is of. */
    Path chosenCheckpoint(Selection selection) throws IOException {
        Optional<Path> chosen = selection == Selection.BEST
                ? folder.checkpoints().best()
                : folder.checkpoints().newest();
        return chosen.orElseThrow(() -> UserError.corrupt(folder.folder() + ": no whole checkpoint in it"));
    }

    /** Where checkpoints of this run come from. */
    CheckpointManifest.Origin origin(Experiment experiment, Course course, Compute compute) {
        return new CheckpointManifest.Origin(
                new CheckpointManifest.Program(
                        String.valueOf(manifest.get("catallaxy")),
                        String.valueOf(manifest.get("commit")),
                        String.valueOf(manifest.get("jdk")),
                        String.valueOf(manifest.get("os"))),
                new CheckpointManifest.Computing(
                        compute.engine(), compute.kernels(), compute.deviceName(), compute.threads()),
                new CheckpointManifest.Training(
                        experiment.algorithm(),
                        experiment.problem(),
                        experiment.file().resolved(),
                        seed()),
                course.featureNames(),
                course.actionNames());
    }

    /** @throws UserError if there is no such device */
    static Compute compute(ComputeChoice choice) {
        try {
            return choice.open();
        } catch (IllegalArgumentException unusable) {
            throw UserError.usage(String.valueOf(unusable.getMessage()));
        }
    }

    /** Says from where a run goes on, and where that is another machine than before. */
    void resumed(Optional<Checkpoint> newest, Compute compute, TrainingWatch watch) {
        watch.note(newest.map(
                        each -> "resuming at step " + each.manifest().progress().steps())
                .orElse("no checkpoint yet, beginning anew"));
        newest.map(each -> each.manifest().origin().computing().device())
                .filter(device -> !device.equals(compute.deviceName()))
                .ifPresent(device -> watch.note("trained on " + device + " before, on " + compute.deviceName()
                        + " now: the result may differ in the last bits"));
        Kernels.setAside().forEach(watch::note);
        Kernels.of(manifest).changeTo(compute).ifPresent(change -> {
            watch.note(change);
            manifest.put("resumedOn", compute.kernels().toString());
        });
    }

    /** Writes the run's curves and score into its folder. */
    void writeReport() throws IOException {
        Report.write(List.of(folder.folder()), Optional.empty(), folder.files().report());
    }

    /** Trains to the end of a run. */
    @FunctionalInterface
    interface Training {
        /** The summary. */
        Map<String, Object> train() throws IOException;
    }

    /**
     * The training's summary, once it and how the training ended are written down.
     *
     * @throws UserError if the run is being trained already (usage), or diverges (failed)
     */
    Map<String, Object> recorded(Training training) throws IOException {
        try (FolderLock _ = FolderLock.of(folder.folder())) {
            Checksums.remove(folder.folder());
            manifest.put("status", "running");
            folder.files().writeJson(folder.files().manifest(), manifest);
            return trained(training);
        }
    }

    private Map<String, Object> trained(Training training) throws IOException {
        try {
            Map<String, Object> summary = training.train();
            folder.files().writeJson(folder.files().summary(), summary);
            end("completed", "");
            return summary;
        } catch (TrainingInterruptedException stopped) {
            end("interrupted", "");
            throw stopped;
        } catch (UncheckedIOException unwritable) {
            fail(unwritable);
            throw unwritable.getCause();
        } catch (DivergedException | AgentFailedException | AgentCreationException known) {
            UserError explained = FailedTraining.explained(folder, known);
            fail(explained);
            throw explained;
        } catch (IOException | RuntimeException | Error failed) {
            fail(failed);
            throw failed;
        }
    }

    private void fail(Throwable failed) {
        try {
            end("failed", String.valueOf(failed.getMessage()));
        } catch (IOException unwritable) {
            failed.addSuppressed(unwritable);
        }
    }

    private void end(String status, String reason) throws IOException {
        manifest.put("status", status);
        manifest.put("finished", Instant.now().toString());
        manifest.put("reason", reason);
        folder.files().writeJson(folder.files().manifest(), manifest);
        Checksums.write(folder.folder(), folder.written());
    }
}
