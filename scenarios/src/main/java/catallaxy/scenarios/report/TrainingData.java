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
public record TrainingData(
        Path path, TrainingManifest manifest, TrainingSummary summary, Metrics metrics, List<String> notes) {
    /** Copies the notes. */
    public TrainingData {
        notes = List.copyOf(notes);
    }

    /** What a folder says that it is the folder of; empty where it says nothing. */
    static String kind(Path folder) throws IOException {
        return JsonFile.record(folder.resolve("manifest.json"), TrainingManifest.class, _ -> {})
                .kind();
    }

    /**
     * Reads the training in {@code folder}, as far as it is there.
     *
     * @throws IOException if a file cannot be read, or is corrupt other than by ending early
     */
    public static TrainingData read(Path folder) throws IOException {
        List<String> notes = new ArrayList<>();
        return new TrainingData(
                folder,
                JsonFile.record(folder.resolve("manifest.json"), TrainingManifest.class, notes::add),
                JsonFile.record(folder.resolve("summary.json"), TrainingSummary.class, notes::add),
                Metrics.read(folder.resolve("metrics.jsonl"), "step", notes::add),
                notes);
    }

    /** That learns the problem; empty in a market. */
    public String algorithm() {
        return manifest.subject().algorithm();
    }

    /** Kind of problem; empty in a market. */
    public String problem() {
        return manifest.subject().problem();
    }

    /** Name of the scenario. */
    public String scenario() {
        return manifest.subject().scenario();
    }

    /** As text; empty where unknown. */
    public String seed() {
        OptionalLong seed = manifest.subject().seed();
        return seed.isPresent() ? Long.toString(seed.getAsLong()) : "";
    }

    /** The first digits of the configuration's digest, to tell configurations apart. */
    String shortDigest() {
        String digest = manifest.subject().configDigest();
        return digest.substring(0, Math.min(4, digest.length()));
    }

    /** Whether it says that it reached its end. */
    public boolean completed() {
        return manifest.course().isCompleted();
    }

    /** Whether it is in a market; else it is in a problem. */
    public boolean isInMarket() {
        return manifest.kind().equals(TrainingManifest.MARKET);
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
    public Samples returns() {
        Samples evaluations = metrics.series("eval/mean_reward");
        return evaluations.size() >= 2 ? evaluations : metrics.series("rollout/ep_rew_mean");
    }
}
