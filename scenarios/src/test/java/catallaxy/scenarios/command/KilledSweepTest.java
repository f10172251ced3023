package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.scenarios.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class KilledSweepTest {
    private static final int PATIENCE_SECONDS = 60;
    private static final Path SCENARIO =
            Path.of(System.getProperty("catallaxy.root"), "scenarios", "solved", "cart-pole.conf");

    @TempDir
    Path out;

    @Test
    @Timeout(180)
    void theProcessesOfAKilledSweepSaveACheckpointAndEnd() throws Exception {
        Process sweep = new ProcessBuilder(TrainingProcess.commandLine(List.of(
                        "sweep",
                        SCENARIO.toString(),
                        "training.steps=1000000000",
                        "training.evaluation-episodes=0",
                        "seed=1,2",
                        "--jobs",
                        "2",
                        "--out",
                        out.toString())))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<ProcessHandle> trainings = List.of();
        try {
            awaitRuns(sweep, 2);
            trainings = sweep.descendants().toList();
            assertThat(trainings).hasSize(2);
            sweep.destroyForcibly().waitFor();
            for (ProcessHandle training : trainings) {
                training.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } finally {
            sweep.destroyForcibly();
            trainings.forEach(ProcessHandle::destroyForcibly);
        }
        for (Path run : runs()) {
            Path manifest = run.resolve("manifest.json");
            assertThat(JsonText.read(Files.readString(manifest)).get("status")).isEqualTo("interrupted");
        }
    }

    private void awaitRuns(Process sweep, int count) throws IOException, InterruptedException {
        while (runs().size() < count) {
            assertThat(sweep.waitFor(100, TimeUnit.MILLISECONDS)).isFalse();
        }
    }

    /** Folders of runs that train. */
    private List<Path> runs() throws IOException {
        try (Stream<Path> found = Files.find(
                out, 5, (path, attributes) -> path.getFileName().toString().equals("metrics.jsonl"))) {
            return found.map(Path::getParent).toList();
        }
    }
}
