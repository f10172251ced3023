package catallaxy.scenarios.training;

import catallaxy.scenarios.file.TrainingReader;
import catallaxy.scenarios.file.TrainingScenario;
import catallaxy.scenarios.folder.TrainingSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A training run of a second, stopped where a test wants it. */
final class ShortTraining {
    static final TrainingProgram PROGRAM =
            new TrainingProgram("catallaxy train …", "test", ShortTraining.class.getClassLoader());

    private static final Path CART_POLE =
            Path.of(System.getProperty("catallaxy.root"), "scenarios", "solved", "cart-pole.conf");
    private static final Pattern CLOCK = Pattern.compile(",\"time/(fps|time_elapsed)\":[^,}]*");

    private ShortTraining() {}

    static TrainingScenario scenario(Map<String, String> more) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("training.steps", "3000");
        settings.put("training.worlds", "4");
        settings.put("training.measure-every", "100");
        settings.put("training.evaluation-every", "600");
        settings.put("training.evaluation-episodes", "3");
        settings.put("training.checkpoint-every", "500");
        settings.put("training.final-episodes", "4");
        settings.put("learners.ppo.rollout-length", "16");
        settings.put("learners.ppo.epochs", "2");
        settings.putAll(more);
        return TrainingReader.read(CART_POLE, settings);
    }

    static TrainingRequest request(Map<String, String> more, Path parent) {
        return request(new ProblemExperiment(scenario(more)), 5, parent);
    }

    /** Training of the test program. */
    static TrainingRequest request(Experiment experiment, long seed, Path parent) {
        return new TrainingRequest(experiment, seed, parent, PROGRAM);
    }

    /** The test program goes on with a run. */
    static TrainingSummary resume(Path run, TrainingWatch watch) throws IOException {
        return TrainingRun.resume(run, PROGRAM, watch);
    }

    /** A watch that acts as soon as training has come so far. */
    static TrainingWatch at(long steps, Runnable act, boolean interrupts) {
        return new TrainingWatch() {
            private boolean reached;

            @Override
            public void note(String sentence) {}

            @Override
            public void progress(
                    long now, long total, double stepsPerSecond, double secondsLeft, Map<String, Double> figures) {
                reached = now >= steps;
                if (reached) {
                    act.run();
                }
            }

            @Override
            public boolean interrupted() {
                return reached && interrupts;
            }
        };
    }

    /** {@code metrics.jsonl} without what the clock says. */
    static List<String> metrics(Path run) {
        try {
            return Files.readAllLines(run.resolve("metrics.jsonl")).stream()
                    .map(line -> CLOCK.matcher(line).replaceAll(""))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
