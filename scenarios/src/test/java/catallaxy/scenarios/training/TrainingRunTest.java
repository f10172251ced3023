package catallaxy.scenarios.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.agents.problem.CarteaJaimungalProblem;
import catallaxy.agents.training.Checkpoint;
import catallaxy.agents.training.CheckpointFolder;
import catallaxy.agents.training.CheckpointManifest;
import catallaxy.scenarios.Checksums;
import catallaxy.scenarios.ExitCode;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.learning.LearnerBinding;
import catallaxy.scenarios.folder.RecordFields;
import catallaxy.scenarios.folder.SmallScores;
import catallaxy.scenarios.folder.TrainingScore;
import catallaxy.scenarios.folder.TrainingSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingRunTest {
    @TempDir
    static Path out;

    private static Path whole = Path.of("");
    private static TrainingSummary summary = SmallScores.summary(SmallScores.NONE);

    @BeforeAll
    static void trainsWithoutAStop() throws IOException {
        summary = TrainingRun.begin(ShortTraining.request(Map.of(), out.resolve("whole")), TrainingWatch.SILENT);
        whole = Path.of(summary.place().runFolder());
    }

    @Test
    void leavesAFolderThatExplainsIt() {
        assertThat(whole).isDirectoryContaining(file -> file.endsWith("manifest.json"));
        for (String file : List.of(
                "manifest.json", "scenario.conf", "command.txt", "metrics.jsonl", "summary.json", "report.html")) {
            assertThat(whole.resolve(file)).isNotEmptyFile();
        }
        assertThat(RecordFields.known(summary))
                .containsKeys("algorithm", "problem", "scenario", "seed", "steps", "wallSeconds", "stepsPerSecond")
                .containsKeys("evaluation", "referee", "checkpoint", "checkpointSteps", "runFolder")
                .doesNotContainKeys("rounds", "worlds", "data", "learners");
        assertThat(TrainingRecord.read(whole).summary()).isEqualTo(summary);
        assertThat(Path.of(summary.place().checkpoint())).isDirectory();
        assertThat(TrainingRecord.read(whole).completed()).isTrue();
    }

    @Test
    void anInterruptedRunResumesToTheSameBits() throws IOException {
        Path run = stopped("interrupted", ShortTraining.at(1200, () -> {}, true));
        ShortTraining.resume(run, TrainingWatch.SILENT);
        requireSame(run);
    }

    @Test
    void aKilledRunResumesToTheSameBitsWhateverItsFilesEndWith() throws IOException {
        Path run = stopped("killed", ShortTraining.at(1700, TrainingRunTest::die, false));
        Checksums.remove(run);
        Files.writeString(run.resolve("metrics.jsonl"), "{\"step\":99999,\"rollo", StandardOpenOption.APPEND);
        Path events = onlyFile(run.resolve("tensorboard"));
        Files.write(events, new byte[] {9, 0, 0, 0, 0, 0, 0, 0, 1, 2}, StandardOpenOption.APPEND);
        Files.createDirectory(run.resolve("checkpoints/.step-000002000.new"));
        ShortTraining.resume(run, TrainingWatch.SILENT);
        requireSame(run);
        assertThat(events).hasSize(Files.size(onlyFile(whole.resolve("tensorboard"))));
    }

    @Test
    void aRunKilledBeforeItsFirstCheckpointBeginsAnew() throws IOException {
        Path run = stopped("early", ShortTraining.at(100, TrainingRunTest::die, false));
        assertThat(run.resolve("checkpoints")).doesNotExist();
        ShortTraining.resume(run, TrainingWatch.SILENT);
        requireSame(run);
    }

    @Test
    void aFolderThatIsRemovedWhileItTrainsStopsItAndStaysAway() throws IOException {
        Path parent = out.resolve("removed");
        assertThatThrownBy(() -> TrainingRun.begin(
                        ShortTraining.request(Map.of(), parent), ShortTraining.at(700, () -> removed(parent), false)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("removed or replaced while it was being written");
        assertThat(parent).isEmptyDirectory();
    }

    private static void removed(Path parent) {
        try (Stream<Path> files = Files.walk(onlyFile(parent))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void damageOfATrainingThatHasEndedIsNoticedBeforeItsNumbersAreUsed() throws IOException {
        for (String name : List.of("manifest.json", "summary.json", "metrics.jsonl", "scenario.conf")) {
            Path file = whole.resolve(name);
            byte[] sound = Files.readAllBytes(file);
            byte[] flipped = sound.clone();
            flipped[flipped.length / 2] ^= 1;
            Files.write(file, flipped);
            assertThatThrownBy(() -> ShortTraining.resume(whole, TrainingWatch.SILENT))
                    .as(name)
                    .isInstanceOfSatisfying(
                            UserError.class,
                            error -> assertThat(error.exitCode()).isEqualTo(ExitCode.CORRUPT))
                    .hasMessageContaining(name + ": damaged");
            Files.write(file, sound);
        }
        assertThat(ShortTraining.resume(whole, TrainingWatch.SILENT).place().runFolder())
                .isEqualTo(whole.toString());
    }

    @Test
    void anotherSeedIsAnotherRun() throws IOException {
        TrainingRequest other = ShortTraining.request(new ProblemExperiment(ShortTraining.scenario(Map.of())), 6, out);
        Path run =
                Path.of(TrainingRun.begin(other, TrainingWatch.SILENT).place().runFolder());
        assertThat(Files.readAllBytes(last(run).resolve("tensors.safetensors")))
                .isNotEqualTo(Files.readAllBytes(last(whole).resolve("tensors.safetensors")));
    }

    @Test
    void aFinishedRunHasNothingLeftToDo() throws IOException {
        byte[] before = Files.readAllBytes(whole.resolve("metrics.jsonl"));
        TrainingSummary again = ShortTraining.resume(whole, TrainingWatch.SILENT);
        assertThat(again).isEqualTo(summary);
        assertThat(Files.readAllBytes(whole.resolve("metrics.jsonl"))).isEqualTo(before);
    }

    @Test
    void aRunWhoseCheckpointsAreAllDamagedIsRefused() throws IOException {
        Path run = stopped("damaged", ShortTraining.at(1200, TrainingRunTest::die, false));
        try (Stream<Path> checkpoints = Files.list(run.resolve("checkpoints"))) {
            for (Path checkpoint : checkpoints.toList()) {
                Files.writeString(checkpoint.resolve("state.bin"), "x", StandardOpenOption.APPEND);
            }
        }
        assertThatThrownBy(() -> ShortTraining.resume(run, TrainingWatch.SILENT))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("state.bin")
                .extracting(refused -> ((UserError) refused).exitCode())
                .isEqualTo(ExitCode.CORRUPT);
    }

    @Test
    void aCheckpointThatDoesNotFitItsScenarioIsCorrupt() throws IOException {
        Checkpoint read = Checkpoint.read(last(whole));
        CheckpointManifest.Origin from = read.manifest().origin();
        CheckpointManifest.Origin other = new CheckpointManifest.Origin(
                from.program(),
                from.computing(),
                new CheckpointManifest.Training(
                        from.training().algorithm(),
                        from.training().problem(),
                        ShortTraining.scenario(Map.of("learners.ppo.hidden", "[7]"))
                                .file()
                                .resolved(),
                        from.training().seed()),
                from.observation(),
                from.action());
        Path odd = new CheckpointFolder(out.resolve("odd")).add(other, read.snapshot());
        assertThatThrownBy(() -> TrainedLearner.load(odd))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("it does not fit the scenario that its manifest holds")
                .extracting(refused -> ((UserError) refused).exitCode())
                .isEqualTo(ExitCode.CORRUPT);
    }

    @Test
    void whereACheckpointIsComputedMayBeChosen() {
        try (TrainedLearner here = TrainedLearner.load(
                whole, new Stage(Optional.empty(), Map.of("training.threads", "2")), LearnerBinding.NONE)) {
            assertThat(here.scenario().compute().threads()).isEqualTo(2);
        }
    }

    @Test
    void aRunThatDivergesFailsAndSaysSo() throws IOException {
        Path parent = out.resolve("diverged");
        TrainingRequest wild = ShortTraining.request(Map.of("learners.ppo.learning-rate", "1e30"), parent);
        assertThatThrownBy(() -> TrainingRun.begin(wild, TrainingWatch.SILENT))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("training diverged: gradient of norm NaN at update ")
                .hasMessageContaining("lower the learning rates")
                .extracting(failed -> ((UserError) failed).exitCode())
                .isEqualTo(ExitCode.FAILED);
        Path run = onlyFile(parent);
        assertThat(run.resolve("manifest.json")).content().contains("\"failed\"", "training diverged");
        assertThat(run.resolve("summary.json")).doesNotExist();
    }

    @Test
    void theCheckpointScoresTheSameFromItsFolderAndItsRun() throws IOException {
        try (TrainedLearner fromRun = TrainedLearner.load(whole);
                TrainedLearner fromCheckpoint = TrainedLearner.load(fromRun.folder())) {
            TrainingScore one = fromRun.score(fromRun.scenario().problem(), 10, 3);
            assertThat(fromCheckpoint.score(fromRun.scenario().problem(), 10, 3))
                    .isEqualTo(one);
            assertThat(fromRun.score(fromRun.scenario().problem(), 10, 4)).isNotEqualTo(one);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"best", "last"})
    void aRunIsLoadedWithTheCheckpointThatItsTrainingScored(String selection) throws IOException {
        Path parent = out.resolve("selects-" + selection);
        TrainingSummary scored = TrainingRun.begin(
                ShortTraining.request(
                        Map.of("training.selection", selection, "learners.ppo.learning-rate", "0.05"), parent),
                TrainingWatch.SILENT);
        try (TrainedLearner trained = TrainedLearner.load(Path.of(scored.place().runFolder()))) {
            assertThat(trained.folder()).hasToString(scored.place().checkpoint());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"best", "last"})
    void noOtherCheckpointStandsInForTheOneThatWasScored(String selection) throws IOException {
        Path parent = out.resolve("stands-in-" + selection);
        TrainingSummary scored = TrainingRun.begin(
                ShortTraining.request(
                        Map.of("training.selection", selection, "learners.ppo.learning-rate", "0.05"), parent),
                TrainingWatch.SILENT);
        Path run = Path.of(scored.place().runFolder());
        Path checkpoint = Path.of(scored.place().checkpoint());
        Path state = checkpoint.resolve("state.bin");
        Files.writeString(state, "x", StandardOpenOption.APPEND);
        assertRefused(run, state + ": its checksum does not fit the manifest");
        Files.delete(state);
        assertRefused(run, state + ": missing");
        Files.delete(checkpoint.resolve("tensors.safetensors"));
        Files.delete(checkpoint.resolve("manifest.json"));
        Files.delete(checkpoint);
        assertRefused(run, checkpoint.resolve("manifest.json") + ": missing");
    }

    private static void assertRefused(Path run, String message) {
        assertThatThrownBy(() -> TrainedLearner.load(run))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(message)
                .extracting(refused -> ((UserError) refused).exitCode())
                .isEqualTo(ExitCode.CORRUPT);
    }

    @Test
    void aProblemOfOtherObservationsIsRefused() {
        try (TrainedLearner trained = TrainedLearner.load(whole)) {
            assertThatThrownBy(() -> trained.score(CarteaJaimungalProblem.standard(), 10, 3))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("cart-pole");
        }
    }

    private static void die() {
        throw new AssertionError("killed");
    }

    /** The folder of a run that stopped on the way. */
    private static Path stopped(String name, TrainingWatch watch) throws IOException {
        Path parent = out.resolve(name);
        assertThatThrownBy(() -> TrainingRun.begin(ShortTraining.request(Map.of(), parent), watch))
                .isInstanceOfAny(TrainingInterruptedException.class, AssertionError.class);
        return onlyFile(parent);
    }

    private static Path onlyFile(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.reduce((one, other) -> {
                        throw new IllegalStateException(folder + " has several files");
                    })
                    .orElseThrow();
        }
    }

    private static Path last(Path run) throws IOException {
        return TrainingFolder.of(run).checkpoints().newest().orElseThrow();
    }

    private static void requireSame(Path run) throws IOException {
        assertThat(last(run).getFileName()).isEqualTo(last(whole).getFileName());
        for (String file : List.of("tensors.safetensors", "state.bin", "manifest.json")) {
            assertThat(Files.readAllBytes(last(run).resolve(file)))
                    .as(file)
                    .isEqualTo(Files.readAllBytes(last(whole).resolve(file)));
        }
        assertThat(ShortTraining.metrics(run)).isEqualTo(ShortTraining.metrics(whole));
        assertThat(TrainingRecord.read(run).summary().score().evaluation())
                .isEqualTo(TrainingRecord.read(whole).summary().score().evaluation());
    }
}
