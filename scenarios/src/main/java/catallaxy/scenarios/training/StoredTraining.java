package catallaxy.scenarios.training;

import catallaxy.agents.training.Checkpoint;
import catallaxy.environment.market.kernel.CorruptStateException;
import catallaxy.scenarios.JsonText;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.TrainingReader;
import catallaxy.scenarios.file.TrainingScenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A training run as its folder tells it.
 *
 * @param manifest entries of {@code manifest.json}; mutable, the reader's own
 */
record StoredTraining(TrainingFolder folder, TrainingScenario scenario, Map<String, Object> manifest) {

    /**
     * Reads a run folder.
     *
     * @throws UserError if it is none of training (usage), or does not hold what it should (corrupt)
     */
    static StoredTraining read(Path place) {
        TrainingFolder folder = TrainingFolder.of(place);
        if (!folder.exists()) {
            throw UserError.usage(place + ": expected the folder of a training run, found "
                    + (Files.isDirectory(place) ? "no manifest.json and scenario.conf in it" : "no such folder"));
        }
        Map<String, Object> manifest = json(folder.files().manifest());
        if (!"training".equals(manifest.get("kind"))) {
            throw UserError.usage(place + ": expected the folder of a training run, found one of a simulation");
        }
        TrainingScenario scenario = TrainingReader.read(folder.files().scenario(), Map.of());
        if (!scenario.configDigest().equals(manifest.get("configDigest"))) {
            throw UserError.corrupt(folder.files().scenario() + ": its digest is not the one in manifest.json");
        }
        return new StoredTraining(folder, scenario, manifest);
    }

    /** The entries of a JSON object in a file. */
    static Map<String, Object> json(Path file) {
        try {
            Map<String, Object> entries = new LinkedHashMap<>();
            JsonText.read(Files.readString(file)).forEach((key, value) -> {
                if (value != null) {
                    entries.put(key, value);
                }
            });
            return entries;
        } catch (IOException malformed) {
            throw UserError.corrupt(file + ": " + malformed.getMessage());
        }
    }

    long seed() {
        if (manifest.get("seed") instanceof Number seed) {
            return seed.longValue();
        }
        throw UserError.corrupt(folder.files().manifest() + ": seed: expected a number, found " + manifest.get("seed"));
    }

    boolean completed() {
        return "completed".equals(manifest.get("status"));
    }

    Map<String, Object> summary() {
        return json(folder.files().summary());
    }

    /**
     * The newest whole checkpoint; none of a run that had none yet.
     *
     * @throws UserError if all are damaged
     */
    Optional<Checkpoint> newestCheckpoint() throws IOException {
        Optional<Path> newest = folder.checkpoints().newest();
        List<Path> all = folder.checkpoints().all();
        try {
            if (newest.isEmpty() && !all.isEmpty()) {
                Checkpoint.read(all.getLast());
            }
            return newest.map(Checkpoint::read);
        } catch (CorruptStateException damaged) {
            throw UserError.corrupt(String.valueOf(damaged.getMessage()));
        }
    }
}
