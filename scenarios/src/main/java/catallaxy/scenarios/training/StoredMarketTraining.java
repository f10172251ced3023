package catallaxy.scenarios.training;

import catallaxy.agents.training.Checkpoint;
import catallaxy.environment.market.kernel.CorruptStateException;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run of training in a market as its folder tells it.
 *
 * @param manifest entries of {@code manifest.json}; mutable, the reader's own
 */
record StoredMarketTraining(TrainingFolder folder, Scenario scenario, Map<String, Object> manifest) {

    /**
     * Reads a run folder of training in a market.
     *
     * @throws UserError if it does not hold what it should (corrupt)
     */
    static StoredMarketTraining read(Path place) {
        TrainingFolder folder = TrainingFolder.of(place);
        Map<String, Object> manifest = StoredTraining.json(folder.files().manifest());
        Scenario scenario = ScenarioReader.read(folder.files().scenario(), Map.of());
        if (!scenario.configDigest().equals(manifest.get("configDigest"))) {
            throw UserError.corrupt(folder.files().scenario() + ": its digest is not the one in manifest.json");
        }
        return new StoredMarketTraining(folder, scenario, manifest);
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
