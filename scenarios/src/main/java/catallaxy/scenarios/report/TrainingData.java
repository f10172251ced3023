package catallaxy.scenarios.report;

import catallaxy.scenarios.folder.JsonFile;
import catallaxy.scenarios.folder.TrainingManifest;
import catallaxy.scenarios.folder.TrainingSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a training run left behind. Any file may be absent or cut off; {@code notes} says so. Immutable.
 *
 * @param metrics by their customary names, over steps
 */
record TrainingData(
        Path path, TrainingManifest manifest, TrainingSummary summary, Metrics metrics, List<String> notes) {
    /** What a folder says that it is the folder of; empty where it says nothing. */
    static String kind(Path folder) throws IOException {
        return JsonFile.record(folder.resolve("manifest.json"), TrainingManifest.class, _ -> {})
                .kind();
    }

    static TrainingData read(Path folder) throws IOException {
        List<String> notes = new ArrayList<>();
        return new TrainingData(
                folder,
                JsonFile.record(folder.resolve("manifest.json"), TrainingManifest.class, notes::add),
                JsonFile.record(folder.resolve("summary.json"), TrainingSummary.class, notes::add),
                Metrics.read(folder.resolve("metrics.jsonl"), "step", notes::add),
                List.copyOf(notes));
    }

    String algorithm() {
        return manifest.subject().algorithm();
    }

    String problem() {
        return manifest.subject().problem();
    }

    /** Name of the scenario. */
    String scenario() {
        return manifest.subject().scenario();
    }

    /** As text; empty where unknown. */
    String seed() {
        OptionalLong seed = manifest.subject().seed();
        return seed.isPresent() ? Long.toString(seed.getAsLong()) : "";
    }

    /** The first digits of the configuration's digest, to tell configurations apart. */
    String shortDigest() {
        String digest = manifest.subject().configDigest();
        return digest.substring(0, Math.min(4, digest.length()));
    }

    boolean completed() {
        return manifest.course().isCompleted();
    }

    /** Why it is not to be compared: it has failed, or has not ended; none where it has. */
    Optional<Absence> absence() {
        TrainingManifest.Course course = manifest.course();
        if (course.isCompleted()) {
            return Optional.empty();
        }
        return Optional.of(
                course.isFailed()
                        ? Absence.failed(course.reason())
                        : new Absence(
                                Absence.Kind.UNFINISHED,
                                "its status is " + (course.status().isEmpty() ? "unknown" : course.status())));
    }

    /** What makes it the run that it is: equal for two runs of one configuration with one seed. */
    String identity() {
        return manifest.subject().configDigest() + " seed " + seed();
    }

    double ratio() {
        return summary.score().referee().ratio();
    }

    /** What it is compared by; none where it has not ended. */
    List<RunScore> scores() {
        return RunScore.of(summary.score());
    }

    /** Curves of the returns: of evaluations where there are at least two, otherwise of the rollouts. */
    Samples returns() {
        Samples evaluations = metrics.series("eval/mean_reward");
        return evaluations.size() >= 2 ? evaluations : metrics.series("rollout/ep_rew_mean");
    }
}
