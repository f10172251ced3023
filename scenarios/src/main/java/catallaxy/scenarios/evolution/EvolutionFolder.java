package catallaxy.scenarios.evolution;

import catallaxy.environment.base.digest.TraceDigest;
import catallaxy.scenarios.Checksums;
import catallaxy.scenarios.ExitCode;
import catallaxy.scenarios.JsonText;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.EvolutionScenario;
import catallaxy.scenarios.folder.EvolutionSummary;
import catallaxy.scenarios.folder.FolderException;
import catallaxy.scenarios.folder.JsonObject;
import catallaxy.scenarios.folder.Program;
import catallaxy.scenarios.folder.RecordFields;
import catallaxy.scenarios.folder.TrainingManifest;
import catallaxy.scenarios.run.FolderLock;
import catallaxy.scenarios.run.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/** What the folder of an evolution says of it: what is evolved, whether it goes on and how it ended. One thread. */
final class EvolutionFolder {
    private final RunFiles files;
    private TrainingManifest manifest;

    private EvolutionFolder(RunFiles files, TrainingManifest manifest) {
        this.files = files;
        this.manifest = manifest;
    }

    /** A new evolution's folder. */
    static EvolutionFolder begin(EvolutionRequest request) throws IOException {
        Instant now = Instant.now();
        EvolutionScenario scenario = request.scenario();
        String fingerprint = new TraceDigest()
                .add(scenario.file().configDigest())
                .add(request.seed())
                .hex()
                .substring(0, 8);
        TrainingManifest manifest = new TrainingManifest(
                TrainingManifest.EVOLUTION,
                Program.running(request.version()),
                new TrainingManifest.Subject(
                        scenario.name(),
                        scenario.file().source(),
                        scenario.subject().problem(),
                        scenario.spec().method().kind().name(),
                        List.of(),
                        List.of(),
                        OptionalLong.of(request.seed()),
                        scenario.file().configDigest()),
                new TrainingManifest.Machine("", "", "", ""),
                TrainingManifest.Course.begun(now),
                request.command());
        RunFiles files = RunFiles.create(request.parent(), now, scenario.name(), fingerprint, made -> {
            made.writeText(made.scenario(), scenario.file().resolved());
            made.writeText(made.command(), request.command() + "\n");
            made.writeJson(made.manifest(), RecordFields.known(manifest));
        });
        return new EvolutionFolder(files, manifest);
    }

    /** Whether a folder says that an evolution is in it. */
    static boolean isAt(Path folder) {
        Path file = new RunFiles(folder).manifest();
        return Files.isRegularFile(file)
                && record(file, TrainingManifest.class).kind().equals(TrainingManifest.EVOLUTION);
    }

    /**
     * Reads a folder.
     *
     * @throws UserError if it is damaged (corrupt)
     */
    static EvolutionFolder read(Path folder) {
        Checksums.require(folder);
        RunFiles files = new RunFiles(folder);
        files.requireFolder("the folder of an evolution");
        return new EvolutionFolder(files, record(files.manifest(), TrainingManifest.class));
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

    RunFiles files() {
        return files;
    }

    StateFile state() {
        return new StateFile(files.folder().resolve("evolution.state"));
    }

    Path solutions() {
        return files.folder().resolve("solutions.jsonl");
    }

    Path archive() {
        return files.folder().resolve("archive.jsonl");
    }

    long seed() {
        return manifest.subject()
                .seed()
                .orElseThrow(() -> UserError.corrupt(files.manifest() + ": seed: expected a number, found none"));
    }

    /** @throws UserError if the scenario in the folder is not the one that the evolution began with (corrupt) */
    void requireDigest(String configDigest) {
        if (!configDigest.equals(manifest.subject().configDigest())) {
            throw UserError.corrupt(files.scenario() + ": its digest is not the one in manifest.json");
        }
    }

    boolean completed() {
        return manifest.course().isCompleted();
    }

    /** The summary of a completed evolution. */
    EvolutionSummary summary() {
        return record(files.summary(), EvolutionSummary.class).at(files.folder().toString());
    }

    /** Evolves to the end. */
    @FunctionalInterface
    interface Work {
        /** The summary. */
        EvolutionSummary done() throws IOException;
    }

    /**
     * The summary, once it and how the evolution ended are written down.
     *
     * @throws UserError if the folder is being worked on already (usage)
     */
    EvolutionSummary recorded(Work work) throws IOException {
        try (FolderLock _ = FolderLock.of(files.folder())) {
            Checksums.remove(files.folder());
            write(manifest.course().goingOn());
            EvolutionSummary summary = work.done();
            files.writeJson(files.summary(), RecordFields.known(summary));
            end(manifest.course().completed(Instant.now()));
            return summary;
        } catch (IOException | RuntimeException | Error failed) {
            fail(failed);
            throw failed;
        }
    }

    private void fail(Throwable failed) {
        boolean stopped = failed instanceof UserError known && known.exitCode() == ExitCode.INTERRUPTED;
        boolean elsewhere = failed instanceof UserError known && known.exitCode() == ExitCode.USAGE;
        if (elsewhere) {
            return;
        }
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
        Checksums.write(
                files.folder(),
                List.of(
                        files.manifest(),
                        files.scenario(),
                        files.command(),
                        files.summary(),
                        files.metrics(),
                        solutions(),
                        archive(),
                        state().file()));
    }

    private void write(TrainingManifest.Course now) throws IOException {
        manifest = manifest.with(now);
        files.writeJson(files.manifest(), RecordFields.known(manifest));
    }
}
