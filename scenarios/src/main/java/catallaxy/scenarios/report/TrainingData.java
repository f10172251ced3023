package catallaxy.scenarios.report;

import catallaxy.scenarios.folder.FolderException;
import catallaxy.scenarios.folder.JsonFile;
import catallaxy.scenarios.folder.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a training run left behind. Any file may be absent or cut off; {@code notes} says so. Immutable.
 *
 * @param metrics by their customary names, over steps
 * @param command with which it was begun; empty where unknown
 */
record TrainingData(
        Path path, JsonObject manifest, JsonObject summary, Metrics metrics, String command, List<String> notes) {
    static final String PROBLEM = "training";
    static final String MARKET = "market-training";

    /** What a folder says that it is the folder of; empty where it says nothing. */
    static String kind(Path folder) throws IOException {
        Path manifest = folder.resolve("manifest.json");
        Optional<JsonObject> json = Files.isRegularFile(manifest) ? JsonFile.read(manifest, _ -> {}) : Optional.empty();
        return json.isPresent() ? json.get().text("kind") : "";
    }

    static TrainingData read(Path folder) throws IOException {
        List<String> notes = new ArrayList<>();
        Path manifest = folder.resolve("manifest.json");
        Path summary = folder.resolve("summary.json");
        return new TrainingData(
                folder,
                JsonFile.read(manifest, notes::add).orElse(JsonObject.empty(manifest)),
                JsonFile.read(summary, notes::add).orElse(JsonObject.empty(summary)),
                Metrics.read(folder.resolve("metrics.jsonl"), "step", notes::add),
                JsonFile.read(manifest, _ -> {})
                        .orElse(JsonObject.empty(manifest))
                        .text("command"),
                List.copyOf(notes));
    }

    String algorithm() throws FolderException {
        return manifest.text("algorithm");
    }

    String problem() throws FolderException {
        return manifest.text("problem");
    }

    /** Name of the scenario. */
    String scenario() throws FolderException {
        return manifest.text("scenario");
    }

    /** The first digits of the configuration's digest, to tell configurations apart. */
    String shortDigest() throws FolderException {
        String digest = manifest.text("configDigest");
        return digest.substring(0, Math.min(4, digest.length()));
    }

    boolean completed() throws FolderException {
        return manifest.text("status").equals("completed");
    }

    /** Why it is not to be compared: it has failed, or has not ended; none where it has. */
    Optional<Absence> absence() throws FolderException {
        String status = manifest.text("status");
        return switch (status) {
            case "completed" -> Optional.empty();
            case "failed" -> Optional.of(Absence.failed(manifest.text("reason")));
            default ->
                Optional.of(new Absence(
                        Absence.Kind.UNFINISHED, "its status is " + (status.isEmpty() ? "unknown" : status)));
        };
    }

    /** What makes it the run that it is: equal for two runs of one configuration with one seed. */
    String identity() throws FolderException {
        return manifest.text("configDigest") + " seed " + manifest.text("seed");
    }

    double ratio() throws FolderException {
        return summary.object("referee").number("ratio");
    }

    /** What it is compared by; none where it has not ended. */
    List<RunScore> scores() {
        return RunScore.of(summary.values());
    }

    /** Curves of the returns: of evaluations where there are at least two, otherwise of the rollouts. */
    Samples returns() {
        Samples evaluations = metrics.series("eval/mean_reward");
        return evaluations.size() >= 2 ? evaluations : metrics.series("rollout/ep_rew_mean");
    }
}
