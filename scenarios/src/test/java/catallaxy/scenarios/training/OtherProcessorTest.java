package catallaxy.scenarios.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.agents.network.Kernels;
import catallaxy.agents.training.Checkpoint;
import catallaxy.agents.training.CheckpointFolder;
import catallaxy.agents.training.CheckpointManifest;
import catallaxy.scenarios.Checksums;
import catallaxy.scenarios.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherProcessorTest {
    private static final Kernels ELSEWHERE = new Kernels("Intel(R) Pentium(R) 4", "native");
    private static final String SAID =
            "networks were computed on Intel(R) Pentium(R) 4 with native instructions before, on ";

    @TempDir
    Path out;

    private Path run = Path.of("");

    @BeforeEach
    void trainsHalfWay() throws IOException {
        TrainingWatch stopping = ShortTraining.at(600, () -> {}, true);
        Map<String, String> shorter = Map.of("training.steps", "1200");
        assertThatThrownBy(() -> TrainingRun.begin(ShortTraining.request(shorter, out), stopping))
                .isInstanceOf(TrainingInterruptedException.class);
        try (var runs = Files.list(out)) {
            run = runs.findFirst().orElseThrow();
        }
    }

    @Test
    void manifestsOfRunAndCheckpointSayWhatComputed() throws IOException {
        Kernels here = Kernels.current();
        assertThat(manifest())
                .containsEntry("processor", here.processor())
                .containsEntry("instructions", here.instructions());
        Path checkpoint =
                new CheckpointFolder(run.resolve("checkpoints")).newest().orElseThrow();
        assertThat(Checkpoint.readManifest(checkpoint).origin().computing().kernels())
                .isEqualTo(here);
        assertThat(read(checkpoint))
                .containsEntry("processor", here.processor())
                .containsEntry("instructions", here.instructions());
    }

    @Test
    void nothingIsSaidWhereARunGoesOnOnTheSame() throws IOException {
        assertThat(resumed()).noneMatch(note -> note.contains("networks were computed"));
        assertThat(manifest()).doesNotContainKey("resumedOn");
    }

    @Test
    void aRunThatGoesOnOnAnotherSaysSoAndKeepsIt() throws IOException {
        rewrite("processor", ELSEWHERE.processor());
        rewrite("instructions", ELSEWHERE.instructions());
        assertThat(resumed())
                .filteredOn(note -> note.contains("networks were computed"))
                .containsExactly(SAID + Kernels.current()
                        + " now: the result may differ in the last bits, and then in its course");
        assertThat(manifest())
                .containsEntry("resumedOn", Kernels.current().toString())
                .containsEntry("processor", ELSEWHERE.processor());
    }

    @Test
    void nothingIsSaidOfARunThatDoesNotTell() throws IOException {
        rewrite("processor", null);
        assertThat(resumed()).noneMatch(note -> note.contains("networks were computed"));
    }

    @Test
    void aCheckpointOfAnotherSaysSoWhereItIsLoaded() throws IOException {
        Checkpoint read = Checkpoint.read(
                new CheckpointFolder(run.resolve("checkpoints")).newest().orElseThrow());
        Path foreign = new CheckpointFolder(out.resolve("foreign")).add(from(ELSEWHERE, read), read.snapshot());
        try (TrainedLearner trained = TrainedLearner.load(foreign)) {
            assertThat(trained.notes()).singleElement().asString().startsWith(SAID);
        }
        Path silent = new CheckpointFolder(out.resolve("silent")).add(from(Kernels.UNKNOWN, read), read.snapshot());
        try (TrainedLearner trained = TrainedLearner.load(silent)) {
            assertThat(trained.notes()).isEmpty();
        }
    }

    private static CheckpointManifest.Origin from(Kernels kernels, Checkpoint read) {
        CheckpointManifest.Origin origin = read.manifest().origin();
        return new CheckpointManifest.Origin(
                origin.program(),
                new CheckpointManifest.Computing(
                        origin.computing().engine(),
                        kernels,
                        origin.computing().device(),
                        origin.computing().threads()),
                origin.training(),
                origin.observation(),
                origin.action());
    }

    private List<String> resumed() throws IOException {
        List<String> notes = new ArrayList<>();
        ShortTraining.resume(run, new TrainingWatch() {
            @Override
            public void note(String sentence) {
                notes.add(sentence);
            }

            @Override
            public void progress(
                    long steps, long total, double perSecond, double secondsLeft, Map<String, Double> figures) {}

            @Override
            public boolean interrupted() {
                return false;
            }
        });
        assertThat(notes).anyMatch(note -> note.startsWith("resuming at step "));
        return notes;
    }

    private Map<String, Object> manifest() throws IOException {
        return read(run);
    }

    private static Map<String, Object> read(Path folder) throws IOException {
        return new LinkedHashMap<>(JsonText.read(Files.readString(folder.resolve("manifest.json"))));
    }

    private void rewrite(String key, @Nullable String value) throws IOException {
        Map<String, Object> entries = manifest();
        if (value == null) {
            entries.remove(key);
        } else {
            entries.put(key, value);
        }
        Files.writeString(run.resolve("manifest.json"), JsonText.of(entries));
        Files.deleteIfExists(run.resolve(Checksums.FILE));
    }
}
