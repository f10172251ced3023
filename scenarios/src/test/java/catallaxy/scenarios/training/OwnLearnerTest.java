package catallaxy.scenarios.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.scenarios.folder.TrainingSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A learner of the user's own, interrupted and resumed. */
class OwnLearnerTest {
    private static final Map<String, String> OWN =
            Map.of("learner", "cross-entropy", "learners.cross-entropy.candidates", "3");

    @TempDir
    Path out;

    @Test
    void itGoesOnBitForBit() throws IOException {
        TrainingSummary whole =
                TrainingRun.begin(ShortTraining.request(OWN, out.resolve("whole")), TrainingWatch.SILENT);
        TrainingRequest stopped = ShortTraining.request(OWN, out.resolve("stopped"));
        assertThatThrownBy(() -> TrainingRun.begin(stopped, ShortTraining.at(1200, () -> {}, true)))
                .isInstanceOf(TrainingInterruptedException.class);
        Path run = only(out.resolve("stopped"));
        TrainingSummary resumed = ShortTraining.resume(run, TrainingWatch.SILENT);
        for (String file : List.of("tensors.safetensors", "state.bin")) {
            assertThat(checkpoint(resumed).resolve(file))
                    .hasSameBinaryContentAs(checkpoint(whole).resolve(file));
        }
        assertThat(resumed.score().evaluation()).isEqualTo(whole.score().evaluation());
        assertThat(ShortTraining.metrics(run))
                .isEqualTo(ShortTraining.metrics(Path.of(whole.place().runFolder())));
    }

    private static Path checkpoint(TrainingSummary summary) {
        return Path.of(summary.place().checkpoint());
    }

    private static Path only(Path parent) throws IOException {
        try (Stream<Path> runs = Files.list(parent)) {
            return runs.reduce((one, two) -> {
                        throw new AssertionError(one + " and " + two);
                    })
                    .orElseThrow();
        }
    }
}
