package catallaxy.scenarios.run;

import catallaxy.agents.driver.RecordedDecision;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.scenarios.Checksums;
import catallaxy.scenarios.FileFault;
import catallaxy.scenarios.JsonText;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a run folder holds that a simulation can be driven from again.
 *
 * @param status      {@code completed}, or how far it came
 * @param digest      of the whole trace; empty unless the run was completed
 * @param decisions   in the order in which they were applied
 * @param checkpoints of the trace digest
 */
record StoredRun(
        Path folder,
        Scenario scenario,
        long seed,
        String status,
        String digest,
        List<RecordedDecision> decisions,
        List<Long> checkpoints) {

    boolean completed() {
        return status.equals("completed");
    }

    /**
     * Reads a run folder.
     *
     * @throws UserError if it is none, or does not hold what it should
     */
    static StoredRun read(Path folder) {
        RunFiles files = new RunFiles(folder);
        Checksums.require(folder);
        files.requireFolder("a run folder");
        try {
            Map<String, ?> manifest = JsonText.read(Files.readString(files.manifest()));
            String status = text(manifest, "status");
            Scenario scenario = ScenarioReader.read(files.scenario(), Map.of());
            requireSameConfiguration(files, manifest, scenario);
            List<String> agents =
                    scenario.market().agents().stream().map(each -> each.id()).toList();
            return new StoredRun(
                    folder,
                    scenario,
                    seed(manifest),
                    status,
                    text(manifest, "digest"),
                    DecisionJournal.read(files.decisions(), agents, status.equals("completed")),
                    TraceCheckpoints.read(files.checkpoints()));
        } catch (JsonProcessingException | IllegalArgumentException malformed) {
            throw UserError.corrupt(files.manifest() + ": " + malformed.getMessage());
        } catch (CorruptStateException malformed) {
            throw UserError.corrupt(String.valueOf(malformed.getMessage()));
        } catch (IOException unreadable) {
            throw UserError.corrupt(FileFault.text(unreadable));
        }
    }

    private static String text(Map<String, ?> manifest, String key) {
        if (manifest.get(key) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("expected text under \"" + key + "\", found " + manifest.get(key));
    }

    private static long seed(Map<String, ?> manifest) {
        if (manifest.get("seed") instanceof Number seed) {
            return seed.longValue();
        }
        throw new IllegalArgumentException("expected a number under \"seed\", found " + manifest.get("seed"));
    }

    private static void requireSameConfiguration(RunFiles files, Map<String, ?> manifest, Scenario scenario) {
        String recorded = text(manifest, "configDigest");
        if (!recorded.equals(scenario.file().configDigest())) {
            throw UserError.corrupt(files.scenario() + ": expected the configuration " + recorded
                    + " that manifest.json names, found " + scenario.file().configDigest()
                    + "; the file, or a candle file that it names, was changed after the run");
        }
    }
}
