package catallaxy.scenarios.run;

import catallaxy.agents.driver.RecordedDecision;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.scenarios.Checksums;
import catallaxy.scenarios.FileFault;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
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
            Config manifest = ConfigFactory.parseFile(files.manifest().toFile());
            Scenario scenario = ScenarioReader.read(files.scenario(), Map.of());
            requireSameConfiguration(files, manifest, scenario);
            List<String> agents =
                    scenario.market().agents().stream().map(each -> each.id()).toList();
            return new StoredRun(
                    folder,
                    scenario,
                    manifest.getLong("seed"),
                    manifest.getString("status"),
                    manifest.getString("digest"),
                    DecisionJournal.read(
                            files.decisions(),
                            agents,
                            manifest.getString("status").equals("completed")),
                    TraceCheckpoints.read(files.checkpoints()));
        } catch (ConfigException malformed) {
            throw UserError.corrupt(files.manifest() + ": " + malformed.getMessage());
        } catch (CorruptStateException malformed) {
            throw UserError.corrupt(String.valueOf(malformed.getMessage()));
        } catch (IOException unreadable) {
            throw UserError.corrupt(FileFault.text(unreadable));
        }
    }

    private static void requireSameConfiguration(RunFiles files, Config manifest, Scenario scenario) {
        String recorded = manifest.getString("configDigest");
        if (!recorded.equals(scenario.configDigest())) {
            throw UserError.corrupt(files.scenario() + ": expected the configuration " + recorded
                    + " that manifest.json names, found " + scenario.configDigest()
                    + "; the file, or a candle file that it names, was changed after the run");
        }
    }
}
