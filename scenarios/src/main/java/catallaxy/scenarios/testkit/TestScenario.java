package catallaxy.scenarios.testkit;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.agents.driver.BatchDriver;
import catallaxy.agents.testkit.RunProbe;
import catallaxy.environment.market.MarketEnvironment;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.folder.RunSummary;
import catallaxy.scenarios.run.AgentPlans;
import catallaxy.scenarios.run.DriverKind;
import catallaxy.scenarios.run.RunRequest;
import catallaxy.scenarios.run.Simulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A scenario file as a test uses it: run whole or shortened, or asked for the context of a seat. Agents are found on the test's own class
 * path; scenarios of the program's are included where the system property {@code catallaxy.root} names its checkout. Immutable.
 */
public final class TestScenario {
    private final Path file;
    private final Map<String, String> settings;

    private TestScenario(Path file, Map<String, String> settings) {
        this.file = file;
        this.settings = settings;
    }

    /** The scenario of a file. */
    public static TestScenario of(Path file) {
        return new TestScenario(file, new TreeMap<>());
    }

    /** The same with another value of a key, as on the command line: {@code with("duration", "10 m")}. */
    public TestScenario with(String key, String value) {
        Map<String, String> more = new TreeMap<>(settings);
        more.put(key, value);
        return new TestScenario(file, more);
    }

    /**
     * What the file says.
     *
     * @throws catallaxy.scenarios.file.text.ScenarioException with every mistake in it
     */
    public Scenario read() {
        return ScenarioReader.read(file, settings);
    }

    /**
     * What the agent in a seat is told in a run under this seed.
     *
     * @throws IllegalArgumentException if the scenario has no such agent
     */
    public AgentContext context(String agent, long seed) {
        return AgentPlans.agents(read(), loader()).context(agent, seed);
    }

    /** The agent that sits in a seat, as a run under this seed makes it; throws as {@link #context} does. */
    public Agent agent(String agent, long seed) {
        return AgentPlans.agents(read(), loader()).agent(agent, seed);
    }

    /**
     * Runs it, as {@code catallaxy run} does, and leaves no run folder.
     *
     * @return what the run says of itself
     * @throws UncheckedIOException if the run folder could not be written
     */
    public RunSummary run(long seed) {
        try {
            Path folder = Files.createTempDirectory("catallaxy-test");
            try {
                return run(folder, seed);
            } finally {
                remove(folder);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Runs it and leaves the run folder in a folder: for a test that looks at trades or equity. */
    public RunSummary run(Path parent, long seed) throws IOException {
        RunRequest request =
                new RunRequest(read(), seed, DriverKind.BATCH, parent, "test", "test", loader(), OptionalLong.empty());
        return Simulation.run(request, _ -> {});
    }

    /** Runs it without a folder, and gives every decision and fault of every agent. */
    public RunProbe probe(long seed) {
        Scenario scenario = read();
        RunProbe probe = new RunProbe();
        new BatchDriver()
                .run(
                        new MarketEnvironment(scenario.market()),
                        seed,
                        AgentPlans.of(scenario, seed, loader()),
                        scenario.faultRule(),
                        probe);
        return probe;
    }

    private static ClassLoader loader() {
        return TestScenario.class.getClassLoader();
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
