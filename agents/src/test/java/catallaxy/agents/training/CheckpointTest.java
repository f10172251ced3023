package catallaxy.agents.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Kernels;
import catallaxy.environment.base.state.CorruptStateException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
    private static final CheckpointManifest.Origin ORIGIN = new CheckpointManifest.Origin(
            new CheckpointManifest.Program("0.1", "abc", "25", "Linux"),
            new CheckpointManifest.Computing("none", new Kernels("Intel Model 1, AVX2", "native"), "cpu", 2),
            new CheckpointManifest.Training("coin", "coins", "a = 1\nb = \"x\"\n", 7),
            List.of("f"),
            List.of("a"));

    private static final String READER = """
            import json, struct, sys
            data = open(sys.argv[1], "rb").read()
            size = struct.unpack("<Q", data[:8])[0]
            for name, entry in json.loads(data[8:8 + size]).items():
                begin, end = entry["data_offsets"]
                values = struct.unpack("<%df" % ((end - begin) // 4), data[8 + size + begin:8 + size + end])
                print(name, entry["dtype"], entry["shape"], list(values))
            """;

    @TempDir
    Path folder;

    private CheckpointFolder checkpoints = new CheckpointFolder(Path.of(""));

    @BeforeEach
    void makesTheFolder() {
        checkpoints = new CheckpointFolder(folder.resolve("checkpoints"));
    }

    private static Snapshot snapshot(long steps, long bestSteps) {
        TensorStore tensors = new TensorStore();
        tensors.put("policy/0/weight", new float[] {1, -2.5f, Float.MIN_VALUE, -0f, 3e38f, 0}, 2, 3);
        tensors.put("no \"values\"", new float[0], 0);
        tensors.put("scalar", new float[] {0.1f});
        tensors.note("adam.epsilon", 1e-5f);
        tensors.note("random.order", 12_345_678_901L);
        tensors.note("normaliser.enabled", true);
        TrainingProgress progress = new TrainingProgress(steps, 3, 1.5, 2.5, bestSteps, 1, TrainingEnd.NOT_YET);
        return new Snapshot(progress, tensors, new byte[] {1, 2, 3, 4, 5});
    }

    @Test
    void readsWhatWasWritten() throws IOException {
        Path written = checkpoints.add(ORIGIN, snapshot(100_000, 100_000));
        assertThat(written.getFileName()).hasToString("step-000100000");
        Checkpoint read = Checkpoint.read(written);
        assertThat(read.manifest().origin()).isEqualTo(ORIGIN);
        assertThat(read.manifest().progress())
                .isEqualTo(snapshot(100_000, 100_000).progress());
        assertThat(read.snapshot().state()).isEqualTo(snapshot(1, 1).state());
        TensorStore tensors = read.snapshot().tensors();
        assertThat(tensors.names()).containsExactly("policy/0/weight", "no \"values\"", "scalar");
        assertThat(tensors.get("policy/0/weight", 2, 3))
                .isEqualTo(snapshot(1, 1).tensors().get("policy/0/weight", 2, 3));
    }

    @Test
    void theManifestSaysHowTheTensorsWereMade() throws IOException {
        Path written = checkpoints.add(ORIGIN, snapshot(10, 10));
        assertThat(Files.readString(written.resolve(Checkpoint.MANIFEST)))
                .contains(
                        "\"engine\": \"none\"",
                        "\"learner\": {\"adam.epsilon\": 1.0E-5, \"random.order\": 12345678901, "
                                + "\"normaliser.enabled\": true}");
        assertThatThrownBy(() -> snapshot(1, 1).tensors().note("random.order", 1))
                .hasMessageContaining("'random.order' is there already");
    }

    /** Checkpoints of the first versions do not say what computed them. */
    @Test
    void readsAManifestWithoutEngineAndNotes() throws IOException {
        Path written = checkpoints.add(ORIGIN, snapshot(10, 10));
        rewrite(written, body -> body.replaceAll("  \"(engine|learner)\": .*\n", ""));
        CheckpointManifest.Origin origin = Checkpoint.read(written).manifest().origin();
        assertThat(origin.computing().engine()).isEqualTo("unknown");
        assertThat(origin.observation()).isEqualTo(ORIGIN.observation());
    }

    private static void rewrite(Path checkpoint, UnaryOperator<String> change) throws IOException {
        Path manifest = checkpoint.resolve(Checkpoint.MANIFEST);
        String text = Files.readString(manifest);
        String body = change.apply(text.substring(0, text.indexOf("  \"sha256\"")));
        String checksum = ChecksummedJson.sha256(body.getBytes(StandardCharsets.UTF_8));
        Files.writeString(manifest, body + "  \"sha256\": \"" + checksum + "\"\n}\n");
    }

    @Test
    void theSameStateGivesTheSameBytes() {
        assertThat(Checkpoint.files(ORIGIN, snapshot(5, 5)))
                .usingRecursiveComparison()
                .isEqualTo(Checkpoint.files(ORIGIN, snapshot(5, 5)));
    }

    @Test
    void refusesEveryChangedByteAndEveryTruncation() throws IOException {
        Path written = checkpoints.add(ORIGIN, snapshot(10, 10));
        for (String name : List.of(Checkpoint.TENSORS, Checkpoint.STATE, Checkpoint.MANIFEST)) {
            Path file = written.resolve(name);
            byte[] whole = Files.readAllBytes(file);
            for (int i = 0; i < whole.length; i++) {
                byte[] flipped = whole.clone();
                flipped[i] ^= (byte) (1 << (i % 8));
                requireRefused(written, name, flipped);
                requireRefused(written, name, Arrays.copyOf(whole, i));
            }
            requireRefused(written, name, Arrays.copyOf(whole, whole.length + 1));
            Files.write(file, whole);
        }
        assertThat(Checkpoint.read(written).manifest().origin()).isEqualTo(ORIGIN);
    }

    private static void requireRefused(Path checkpoint, String name, byte[] bytes) throws IOException {
        Path file = Files.write(checkpoint.resolve(name), bytes);
        assertThatThrownBy(() -> Checkpoint.read(checkpoint))
                .isInstanceOf(CorruptStateException.class)
                .satisfies(refused -> assertThat(refused.getMessage())
                        .startsWith(file.toString())
                        .doesNotContain("\n"));
    }

    @Test
    void refusesAnotherVersionOfTheFormatAndAMissingFile() throws IOException {
        Path written = checkpoints.add(ORIGIN, snapshot(10, 10));
        Path manifest = written.resolve(Checkpoint.MANIFEST);
        String text = Files.readString(manifest);
        rewrite(written, body -> body.replace("\"format\": 1", "\"format\": 2"));
        assertThatThrownBy(() -> Checkpoint.read(written)).hasMessageContaining("expected version 1, found version 2");
        Files.writeString(manifest, text);
        Files.delete(written.resolve(Checkpoint.STATE));
        assertThatThrownBy(() -> Checkpoint.read(written)).hasMessageContaining("state.bin: missing");
    }

    @Test
    void keepsTheBestAndTheLatest() throws IOException {
        for (long steps = 100; steps <= 500; steps += 100) {
            checkpoints.add(ORIGIN, snapshot(steps, Math.min(steps, 300)));
        }
        assertThat(checkpoints.all())
                .extracting(each -> each.getFileName().toString())
                .containsExactly("step-000000300", "step-000000500");
        assertThat(checkpoints.best().orElseThrow().getFileName()).hasToString("step-000000300");
        checkpoints.add(ORIGIN, snapshot(1_000_000_000_000L, 300));
        assertThat(checkpoints.newest().orElseThrow().getFileName()).hasToString("step-1000000000000");
    }

    @Test
    void theNewestWholeOneIsFoundBehindDamagedAndHalfWrittenOnes() throws IOException {
        checkpoints.add(ORIGIN, snapshot(100, 100));
        Path damaged = checkpoints.add(ORIGIN, snapshot(200, 100));
        Files.write(damaged.resolve(Checkpoint.STATE), new byte[] {9});
        Files.createDirectory(checkpoints.folder().resolve(".step-000000300.new"));
        assertThat(checkpoints.newest().orElseThrow().getFileName()).hasToString("step-000000100");
        checkpoints.forgetAfter(100);
        try (var left = Files.list(checkpoints.folder())) {
            assertThat(left).extracting(each -> each.getFileName().toString()).containsExactly("step-000000100");
        }
    }

    @Test
    void pythonReadsTheTensors() throws IOException, InterruptedException {
        Path written = checkpoints.add(ORIGIN, snapshot(10, 10));
        Path script = Files.writeString(folder.resolve("read.py"), READER);
        Process python;
        try {
            python = new ProcessBuilder(
                            "python3",
                            script.toString(),
                            written.resolve(Checkpoint.TENSORS).toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException absent) {
            Assumptions.abort("python3 is absent");
            return;
        }
        String out = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor()).isZero();
        assertThat(out).isEqualTo("""
                        policy/0/weight F32 [2, 3] [1.0, -2.5, 1.401298464324817e-45, -0.0, 3.0000000054977558e+38, 0.0]
                        no "values" F32 [0] []
                        scalar F32 [] [0.10000000149011612]
                        """);
    }
}
