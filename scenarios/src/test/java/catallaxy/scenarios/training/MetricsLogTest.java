package catallaxy.scenarios.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsLogTest {
    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void place() {
        file = folder.resolve("metrics.jsonl");
    }

    private void write(long... steps) throws IOException {
        try (MetricsLog log = new MetricsLog(file)) {
            for (long step : steps) {
                Map<String, Double> figures = new LinkedHashMap<>();
                figures.put("rollout/ep_rew_mean", step / 8.0);
                figures.put("time/time_elapsed", step / 4.0);
                log.add(step, figures);
            }
        }
    }

    @Test
    void theStepIsTheFirstEntryAndUnknownNumbersAreNull() throws IOException {
        try (MetricsLog log = new MetricsLog(file)) {
            log.add(7, Map.of("train/loss", Double.NaN));
            assertThat(file).hasContent("{\"step\":7,\"train/loss\":null}\n");
        }
    }

    @Test
    void aLogGoesOnWhereItEnded() throws IOException {
        write(1);
        write(2);
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "{\"step\":1,\"rollout/ep_rew_mean\":0.125,\"time/time_elapsed\":0.25}",
                        "{\"step\":2,\"rollout/ep_rew_mean\":0.25,\"time/time_elapsed\":0.5}");
    }

    @Test
    void linesAfterAStepAreForgottenAndTheTimeOfTheLastIsKnown() throws IOException {
        write(100, 200, 300);
        assertThat(MetricsLog.forgetAfter(file, 250)).isEqualTo(50);
        assertThat(Files.readAllLines(file)).hasSize(2);
        assertThat(MetricsLog.forgetAfter(file, 200)).isEqualTo(50);
        assertThat(Files.readAllLines(file)).hasSize(2);
        assertThat(MetricsLog.forgetAfter(file, 199)).isEqualTo(25);
        assertThat(MetricsLog.forgetAfter(file, 0)).isZero();
        assertThat(file).isEmptyFile();
    }

    /** A kill cuts the last line anywhere: whatever is left of it goes, all else stays. */
    @Test
    void aLineThatAKillHasCutIsForgotten() throws IOException {
        write(100, 200);
        String whole = Files.readString(file);
        for (int cut = whole.indexOf('\n') + 1; cut < whole.length() - 1; cut++) {
            Files.writeString(file, whole.substring(0, cut));
            assertThat(MetricsLog.forgetAfter(file, 1000)).as("cut at %d", cut).isEqualTo(25);
            assertThat(Files.readString(file))
                    .as("cut at %d", cut)
                    .isEqualTo(whole.substring(0, whole.indexOf('\n') + 1));
        }
    }

    /** The last line is whole, only its end is not there: what is added next begins a line of its own. */
    @Test
    void aLineWithoutItsEndIsEnded() throws IOException {
        write(100);
        Files.writeString(file, Files.readString(file).strip());
        assertThat(MetricsLog.forgetAfter(file, 100)).isEqualTo(25);
        write(200);
        assertThat(Files.readAllLines(file)).hasSize(2);
    }

    @Test
    void timesOfAnyLengthAreRead() throws IOException {
        Files.writeString(file, "{\"step\":1,\"time/time_elapsed\":1.25E-4}\n", StandardOpenOption.CREATE);
        assertThat(MetricsLog.forgetAfter(file, 1)).isEqualTo(1.25e-4);
        Files.writeString(file, "{\"step\":1,\"time/fps\":3.0}\n");
        assertThat(MetricsLog.forgetAfter(file, 1)).isZero();
    }

    @Test
    void whereThereIsNoLogItIsEmpty() throws IOException {
        assertThat(MetricsLog.forgetAfter(file, 5)).isZero();
        assertThat(file).isEmptyFile();
        assertThat(folder).isDirectoryNotContaining("glob:**.partial");
    }
}
