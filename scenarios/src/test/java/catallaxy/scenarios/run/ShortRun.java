package catallaxy.scenarios.run;

import catallaxy.scenarios.Checksums;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** A finished run of a shipped scenario, shortened by overrides. */
record ShortRun(Path folder, Config summary) {
    /** Where the shipped scenarios are. */
    static final Path SCENARIOS = Path.of(System.getProperty("catallaxy.root"), "scenarios");

    /** The shipped scenario {@code two-chains} for a duration; further overrides as {@code key=value}. */
    static Scenario twoChains(String duration, String... overrides) {
        return scenario("two-chains", duration, overrides);
    }

    static Scenario scenario(String name, String duration, String... overrides) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("duration", duration);
        for (String override : overrides) {
            String[] parts = override.split("=", 2);
            settings.put(parts[0], parts[1]);
        }
        return ScenarioReader.read(SCENARIOS.resolve(name + ".conf"), settings);
    }

    static ShortRun of(Scenario scenario, long seed, Path parent) {
        return of(scenario, seed, DriverKind.BATCH, OptionalLong.empty(), parent);
    }

    static ShortRun of(Scenario scenario, long seed, DriverKind driver, OptionalLong snapshotAtNanos, Path parent) {
        RunRequest request = new RunRequest(
                scenario,
                seed,
                driver,
                parent,
                "catallaxy run",
                "test",
                ShortRun.class.getClassLoader(),
                snapshotAtNanos);
        try {
            Path folder =
                    Path.of(Simulation.run(request, timeNanos -> {}).subject().runFolder());
            return new ShortRun(
                    folder,
                    ConfigFactory.parseFile(new RunFiles(folder).summary().toFile()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Leaves the folder as one whose files were never checked, such as of a run that was killed. */
    void forgetChecksums() {
        try {
            Checksums.remove(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    RunFiles files() {
        return new RunFiles(folder);
    }

    String digest() {
        return summary.getString("digest");
    }

    /** What the summary says of an agent. */
    Config agent(String id) {
        return summary.getConfigList("agents").stream()
                .filter(agent -> agent.getString("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    double figure(String agent, String key) {
        return agent(agent).getDouble(key);
    }
}
