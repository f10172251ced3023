package catallaxy.scenarios.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.EvolutionReader;
import catallaxy.scenarios.folder.EvolutionSummary;
import catallaxy.scenarios.training.TrainingInterruptedException;
import catallaxy.scenarios.training.TrainingWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvolutionRunTest {
    private static final String SCENARIO = """
            problem { kind = front, function = zdt2, dimensions = 6 }
            evolution { method = nsga2, evaluations = 4000, population = 20, checkpoint-every = 7 }
            """;

    private static final ClassLoader LOADER = EvolutionRunTest.class.getClassLoader();

    @TempDir
    Path folder;

    /** Stands for a power cut. */
    private static final class PowerCut extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Goes on for so many lines of metrics, then stops in order, or not. */
    private static final class Limited implements TrainingWatch {
        private final boolean inOrder;
        private int left;

        Limited(int lines, boolean inOrder) {
            left = lines;
            this.inOrder = inOrder;
        }

        @Override
        public void note(String sentence) {}

        @Override
        public void progress(
                long steps, long total, double perSecond, double secondsLeft, Map<String, Double> figures) {
            left--;
            if (left < 0 && !inOrder) {
                throw new PowerCut();
            }
        }

        @Override
        public boolean interrupted() {
            return inOrder && left <= 0;
        }
    }

    private EvolutionSummary begin(String runs, int threads, TrainingWatch watch) throws IOException {
        return EvolutionRun.begin(
                new EvolutionRequest(
                        EvolutionReader.readText("test.conf", SCENARIO, Map.of("evolution.threads", "" + threads)),
                        5,
                        folder.resolve(runs),
                        "catallaxy evolve",
                        "0",
                        LOADER),
                watch);
    }

    private Path run(String runs) throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve(runs))) {
            return all.toList().getFirst();
        }
    }

    private static List<String> results(Path run) throws IOException {
        return Files.readAllLines(run.resolve("solutions.jsonl"));
    }

    /** But the times. */
    private static List<String> metrics(Path run) throws IOException {
        return Files.readAllLines(run.resolve("metrics.jsonl")).stream()
                .map(line -> line.replaceAll(",\"time/.*", ""))
                .toList();
    }

    @Test
    void killedAnywhereAndResumedItEndsInTheSameBits() throws IOException {
        EvolutionSummary whole = begin("whole", 1, TrainingWatch.SILENT);
        Random random = new Random(1);
        for (int kill = 0; kill < 20; kill++) {
            String runs = "killed-" + kill;
            int lines = random.nextInt(190);
            boolean inOrder = random.nextBoolean();
            assertThatThrownBy(() -> begin(runs, 1 + random.nextInt(2), new Limited(lines, inOrder)))
                    .isInstanceOf(inOrder ? TrainingInterruptedException.class : PowerCut.class);
            EvolutionSummary resumed = EvolutionRun.resume(run(runs), LOADER, TrainingWatch.SILENT);
            assertThat(resumed.front()).isEqualTo(whole.front());
            assertThat(resumed.course().evaluations()).isEqualTo(4000);
            assertThat(results(run(runs))).isEqualTo(results(run("whole")));
            assertThat(metrics(run(runs))).isEqualTo(metrics(run("whole")));
        }
    }

    @Test
    void aDamagedStateIsToldAndNotGoneOnWith() throws IOException {
        assertThatThrownBy(() -> begin("damaged", 1, new Limited(50, false))).isInstanceOf(PowerCut.class);
        Path run = run("damaged");
        Files.delete(run.resolve("checksums.json"));
        Path state = run.resolve("evolution.state");
        byte[] bytes = Files.readAllBytes(state);
        bytes[bytes.length / 2] ^= 4;
        Files.write(state, bytes);
        assertThatThrownBy(() -> EvolutionRun.resume(run, LOADER, TrainingWatch.SILENT))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("evolution.state")
                .hasMessageContaining("checksum");
    }

    @Test
    void anotherScenarioInTheFolderIsRefused() throws IOException {
        assertThatThrownBy(() -> begin("changed", 1, new Limited(50, false))).isInstanceOf(PowerCut.class);
        Path run = run("changed");
        Files.delete(run.resolve("checksums.json"));
        Path scenario = run.resolve("scenario.conf");
        Files.writeString(scenario, Files.readString(scenario).replace("zdt2", "zdt1"));
        assertThatThrownBy(() -> EvolutionRun.resume(run, LOADER, TrainingWatch.SILENT))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("digest");
    }
}
