package catallaxy.scenarios.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.agents.network.Compute;
import catallaxy.agents.network.DeviceChoice;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.folder.SmallScores;
import catallaxy.scenarios.folder.TrainingSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingRecordTest {
    private static final Experiment EXPERIMENT = new ProblemExperiment(ShortTraining.scenario(Map.of()));
    private static final TrainingSummary SUMMARY = SmallScores.summary(SmallScores.attained(3, 4));

    @TempDir
    Path out;

    private TrainingRecord begun() throws IOException {
        try (Compute compute = Compute.open(DeviceChoice.CPU, 1)) {
            return TrainingRecord.begin(EXPERIMENT, 7, out, ShortTraining.PROGRAM, compute);
        }
    }

    @Test
    void everyWayToFailIsWrittenDown() throws IOException {
        List<Throwable> failures = List.of(
                new IOException("why"),
                new UncheckedIOException(new IOException("why")),
                new IllegalStateException("why"),
                new OutOfMemoryError("why"));
        for (Throwable failure : failures) {
            TrainingRecord record = begun();
            assertThatThrownBy(() -> record.recorded(() -> {
                        throw thrown(failure);
                    }))
                    .hasMessageContaining("why");
            assertThat(manifest(record)).contains("\"status\":\"failed\"").contains("why");
            assertThat(TrainingRecord.read(record.folder().folder()).completed())
                    .isFalse();
        }
    }

    private static IOException thrown(Throwable failure) throws IOException {
        switch (failure) {
            case IOException checked -> throw checked;
            case RuntimeException unchecked -> throw unchecked;
            case Error error -> throw error;
            default -> throw new AssertionError(failure);
        }
    }

    @Test
    void whatWasTrainedIsReadAgain() throws IOException {
        TrainingRecord record = begun();
        record.recorded(() -> SUMMARY);
        TrainingRecord again = TrainingRecord.read(record.folder().folder());
        assertThat(again.completed()).isTrue();
        assertThat(again.seed()).isEqualTo(7);
        assertThat(again.summary().score()).isEqualTo(SUMMARY.score());
        assertThat(again.summary().place().checkpoint())
                .isEqualTo(again.folder()
                        .folder()
                        .resolve("checkpoints")
                        .resolve("c")
                        .toString());
        again.requireKind("training");
        assertThatThrownBy(() -> again.requireKind("market-training"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("training");
        assertThatThrownBy(() -> again.requireDigest("other")).isInstanceOf(UserError.class);
    }

    private static String manifest(TrainingRecord record) throws IOException {
        return Files.readString(record.folder().files().manifest()).replaceAll("\\s", "");
    }
}
