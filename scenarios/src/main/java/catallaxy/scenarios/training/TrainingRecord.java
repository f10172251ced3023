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
import catallaxy.scenarios.ExitCode;
import catallaxy.scenarios.JsonText;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.learning.ComputeChoice;
import catallaxy.scenarios.file.learning.Selection;
import catallaxy.scenarios.folder.FolderException;
import catallaxy.scenarios.folder.JsonObject;
import catallaxy.scenarios.folder.Program;
import catallaxy.scenarios.folder.RecordFields;
import catallaxy.scenarios.folder.TrainingManifest;
import catallaxy.scenarios.folder.TrainingSummary;
import catallaxy.scenarios.report.Report;
import catallaxy.scenarios.run.FolderLock;
import catallaxy.scenarios.run.RunFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the folder of a training run says of it: what is trained, from what, whether it goes on and how it ended. */
final class TrainingRecord {
    private final TrainingFolder folder;
    private TrainingManifest manifest;

    private TrainingRecord(TrainingFolder folder, TrainingManifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    /**
     * A new run's folder below {@code parent}.
     *
     * @param program that trains; its command line is kept with the run
     */
    static TrainingRecord begin(Experiment experiment, long seed, Path parent, TrainingProgram program, Compute compute)
            throws IOException {
        Instant now = Instant.now();
        String fingerprint = new TraceDigest()
                .add(experiment.file().configDigest())
                .add(seed)
                .hex()
                .substring(0, 8);
        TrainingManifest manifest = new TrainingManifest(
                experiment.kind(),
                Program.running(program.version()),
                experiment.subject(seed),
                machine(compute),
                TrainingManifest.Course.begun(now),
                program.command());
        RunFiles files = RunFiles.create(parent, now, experiment.name(), fingerprint, made -> {
            made.writeText(made.scenario(), experiment.file().resolved());
            made.writeText(made.command(), program.command() + "\n");
            made.writeJson(made.manifest(), RecordFields.known(manifest));
        });
        return new TrainingRecord(new TrainingFolder(files), manifest);
    }

    private static TrainingManifest.Machine machine(Compute compute) {
        return new TrainingManifest.Machine(
                compute.description(),
                compute.kernels().processor(),
                compute.kernels().instructions(),
                "");
    }

    /** Unknown where a manifest does not say both. */
    private static Kernels kernels(TrainingManifest.Machine machine) {
        boolean told = !machine.processor().isEmpty() && !machine.instructions().isEmpty();
        return told ? new Kernels(machine.processor(), machine.instructions()) : Kernels.UNKNOWN;
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
        return new TrainingRecord(folder, record(folder.files().manifest(), TrainingManifest.class));
    }

    private static <R extends Record> R record(Path file, Class<R> type) {
        try {
            return new JsonObject(file, JsonText.read(Files.readString(file))).record(type);
        } catch (FolderException malformed) {
            throw UserError.corrupt(String.valueOf(malformed.getMessage()));
        } catch (IOException malformed) {
            throw UserError.corrupt(file + ": " + malformed.getMessage());
        }
    }

    TrainingFolder folder() {
        return folder;
    }

    boolean isOf(String kind) {
        return kind.equals(manifest.kind());
    }

    String configDigest() {
        return manifest.subject().configDigest();
    }

    /** @throws UserError if it is the record of another kind of run (usage) */
    void requireKind(String kind) {
        if (!isOf(kind)) {
            throw UserError.usage(folder.folder() + ": expected the folder of a run of " + kind + ", found one of "
                    + (manifest.kind().isEmpty() ? "simulation" : manifest.kind()));
        }
    }

    /** @throws UserError if the scenario in the folder is not the one that the run began with (corrupt) */
    void requireDigest(String configDigest) {
        if (!configDigest.equals(manifest.subject().configDigest())) {
            throw UserError.corrupt(folder.files().scenario() + ": its digest is not the one in manifest.json");
        }
    }

    long seed() {
        return manifest.subject()
                .seed()
                .orElseThrow(
                        () -> UserError.corrupt(folder.files().manifest() + ": seed: expected a number, found none"));
    }

    boolean completed() {
        return manifest.course().isCompleted();
    }

    /** The summary of a completed run, with paths of where its folder is now. */
    TrainingSummary summary() {
        TrainingSummary summary = record(folder.files().summary(), TrainingSummary.class);
        TrainingSummary.Place before = summary.place();
        if (before.runFolder().isEmpty() || before.checkpoint().isEmpty()) {
            return summary;
        }
        Path within = Path.of(before.runFolder()).relativize(Path.of(before.checkpoint()));
        return summary.at(new TrainingSummary.Place(
                folder.folder().resolve(within).toString(),
                before.checkpointSteps(),
                folder.folder().toString()));
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
                        manifest.program().catallaxy(),
                        manifest.program().commit(),
                        manifest.program().jdk(),
                        manifest.program().os()),
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
        TrainingManifest.Machine before = manifest.machine();
        kernels(before).changeTo(compute).ifPresent(change -> {
            watch.note(change);
            manifest = manifest.with(before.resumedOn(compute.kernels().toString()));
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
        TrainingSummary train() throws IOException;
    }

    /**
     * The training's summary, once it and how the training ended are written down.
     *
     * @throws UserError if the run is being trained already (usage), or diverges (failed)
     */
    TrainingSummary recorded(Training training) throws IOException {
        try (FolderLock _ = FolderLock.of(folder.folder())) {
            Checksums.remove(folder.folder());
            write(manifest.course().goingOn());
            return trained(training);
        }
    }

    private TrainingSummary trained(Training training) throws IOException {
        try {
            TrainingSummary summary = unwrapped(training);
            folder.files().writeJson(folder.files().summary(), RecordFields.known(summary));
            end(manifest.course().completed(Instant.now()));
            return summary;
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

    /** What a learner throws is no fault of the agent in whose seat it plays. */
    private static TrainingSummary unwrapped(Training training) throws IOException {
        try {
            return training.train();
        } catch (AgentFailedException agent) {
            throw agent.getCause() instanceof UserError known ? known : agent;
        }
    }

    private void fail(Throwable failed) {
        boolean stopped = failed instanceof UserError known && known.exitCode() == ExitCode.INTERRUPTED;
        TrainingManifest.Course course = manifest.course();
        try {
            end(
                    stopped
                            ? course.interrupted(Instant.now())
                            : course.failed(Instant.now(), String.valueOf(failed.getMessage())));
        } catch (IOException unwritable) {
            failed.addSuppressed(unwritable);
        }
    }

    private void end(TrainingManifest.Course how) throws IOException {
        write(how);
        Checksums.write(folder.folder(), folder.written());
    }

    private void write(TrainingManifest.Course now) throws IOException {
        manifest = manifest.with(now);
        folder.files().writeJson(folder.files().manifest(), RecordFields.known(manifest));
    }
}
