package catallaxy.scenarios.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.scenarios.Checksums;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.file.text.ScenarioException;
import catallaxy.scenarios.folder.TrainingSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One learner that stays what it is, so that no evaluation is better than the first. */
final class MarketEarlyStopTest {
    private static final Path SCENARIO = Path.of(System.getProperty("catallaxy.root"), "scenarios", "two-chains.conf");
    private static final int STEPS_A_ROUND = 60;

    @TempDir
    Path out;

    /** Interrupts after so many steps, and remembers what it was told. */
    private static final class Listening implements TrainingWatch {
        final List<String> notes = new ArrayList<>();
        private final long until;
        private boolean reached;

        Listening(long until) {
            this.until = until;
        }

        @Override
        public void note(String sentence) {
            notes.add(sentence);
        }

        @Override
        public void progress(
                long steps, long total, double stepsPerSecond, double secondsLeft, Map<String, Double> figures) {
            reached = steps >= until;
        }

        @Override
        public boolean interrupted() {
            return reached;
        }
    }

    private static Map<String, String> settings(Map<String, String> more) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("duration", "5 m");
        settings.put("learners.fund", "null");
        settings.put("learners.risk", "null");
        settings.put("learners.maker.settings.rollout-length", "60");
        settings.put("learners.maker.settings.learning-rate", "1e-30");
        settings.put("learners.maker.settings.normalise-observations", "false");
        settings.put("training.rounds", "12");
        settings.put("training.worlds", "1");
        settings.put("training.checkpoint-every", "1");
        settings.put("training.evaluation-every", "2");
        settings.put("training.evaluation-episodes", "1");
        settings.put("training.final-episodes", "1");
        settings.putAll(more);
        return settings;
    }

    private TrainingRequest request(String parent, Map<String, String> more) {
        return ShortTraining.request(
                new MarketExperiment(ScenarioReader.read(SCENARIO, settings(more))), 3, out.resolve(parent));
    }

    private TrainingSummary trained(String parent, Map<String, String> more) throws IOException {
        return TrainingRun.begin(request(parent, more), TrainingWatch.SILENT);
    }

    @Test
    void endsAfterSoManyEvaluationsWithoutABetterOne() throws IOException {
        assertThat(trained("two", Map.of("training.patience", "2")).course())
                .extracting(TrainingSummary.Course::end, TrainingSummary.Course::rounds, TrainingSummary.Course::steps)
                .containsExactly("patience", 6.0, 6.0 * STEPS_A_ROUND);
        assertThat(trained("four", Map.of("training.patience", "4")).course().rounds())
                .isEqualTo(10);
        assertThat(trained("never", Map.of()).course())
                .extracting(TrainingSummary.Course::end, TrainingSummary.Course::rounds)
                .containsExactly("steps", 12.0);
    }

    @Test
    void endsOnceAnEvaluationReachesTheTarget() throws IOException {
        assertThat(trained("low", Map.of("training.target-evaluation", "-1e9")).course())
                .extracting(TrainingSummary.Course::end, TrainingSummary.Course::rounds)
                .containsExactly("target", 2.0);
        assertThat(trained("high", Map.of("training.target-evaluation", "1e9", "training.patience", "3"))
                        .course())
                .extracting(TrainingSummary.Course::end, TrainingSummary.Course::rounds)
                .containsExactly("patience", 8.0);
    }

    @Test
    void anInterruptedRunKeepsItsPatience() throws IOException {
        TrainingSummary resumed = interrupted("constant", 4, Map.of("training.patience", "2"));
        assertThat(resumed.course())
                .extracting(TrainingSummary.Course::end, TrainingSummary.Course::rounds)
                .containsExactly("patience", 6.0);
    }

    @Test
    void anInterruptedRunEndsWithTheBitsOfAWholeOne() throws IOException {
        Map<String, String> learning =
                Map.of("training.patience", "2", "learners.maker.settings.learning-rate", "1e-3");
        TrainingSummary whole = trained("whole", learning);
        for (int rounds : new int[] {1, 3}) {
            TrainingSummary resumed = interrupted("stopped-" + rounds, rounds, learning);
            assertThat(resumed.course().rounds()).isEqualTo(whole.course().rounds());
            assertThat(resumed.course().end()).isEqualTo(whole.course().end());
            assertThat(weights(resumed)).isEqualTo(weights(whole));
        }
    }

    /** What a run comes to that was interrupted a round after so many, and resumed. */
    private TrainingSummary interrupted(String parent, int rounds, Map<String, String> more) throws IOException {
        long until = (long) rounds * STEPS_A_ROUND;
        assertThatThrownBy(() -> TrainingRun.begin(request(parent, more), new Listening(until)))
                .isInstanceOf(TrainingInterruptedException.class);
        return ShortTraining.resume(only(out.resolve(parent)), TrainingWatch.SILENT);
    }

    private static Path only(Path parent) throws IOException {
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.findFirst().orElseThrow();
        }
    }

    private static byte[] weights(TrainingSummary summary) throws IOException {
        return Files.readAllBytes(Path.of(summary.place().checkpoint()).resolve("tensors.safetensors"));
    }

    @Test
    void aRunThatEndedEarlyHasEnded() throws IOException {
        TrainingSummary ended = trained("ended", Map.of("training.patience", "1"));
        Listening again = new Listening(Long.MAX_VALUE);
        Path folder = only(out.resolve("ended"));
        assertThat(ShortTraining.resume(folder, again)).isEqualTo(ended);
        assertThat(again.notes).containsExactly(folder + " has ended already");

        Path manifest = folder.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("completed", "running"));
        Files.delete(folder.resolve(Checksums.FILE));
        TrainingSummary resumed = ShortTraining.resume(folder, TrainingWatch.SILENT);
        assertThat(resumed.course().end()).isEqualTo("patience");
        assertThat(resumed.course().rounds()).isEqualTo(ended.course().rounds());
        assertThat(resumed.score()).isEqualTo(ended.score());
    }

    @Test
    void patienceWithoutEvaluationsIsAMistake() {
        assertThatThrownBy(() -> request("x", Map.of("training.patience", "2", "training.evaluation-every", "0")))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("training.patience: expected 0 where nothing is evaluated on the way");
        assertThatThrownBy(() ->
                        request("x", Map.of("training.target-evaluation", "2", "training.evaluation-episodes", "0")))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining(
                        "training.target-evaluation: expected none where nothing is evaluated on the way");
    }
}
