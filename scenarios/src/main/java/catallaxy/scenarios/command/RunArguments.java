package catallaxy.scenarios.command;

import catallaxy.scenarios.ExitCode;
import catallaxy.scenarios.NearestWord;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.catalogue.Entry;
import catallaxy.scenarios.catalogue.ScenarioEntries;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments of a simulation, as the user typed them, and their meaning. */
final class RunArguments {
    @Parameters(index = "0", paramLabel = "SCENARIO", description = "A scenario file, or the name of a shipped one.")
    String scenario;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "KEY=VALUE",
            description = "Settings that replace the scenario's.")
    List<String> settings = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", description = "Seed of all chance (default: the scenario's).")
    @Nullable
    Long seed;

    @Option(
            names = "--driver",
            paramLabel = "DRIVER",
            defaultValue = "actors",
            description = "Who runs the agents: ${COMPLETION-CANDIDATES} (default: actors). Both give the same digest.")
    DriverName driver;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "runs",
            description = "Where the run folder is made (default: runs).")
    Path out;

    @Option(
            names = "--classpath",
            paramLabel = "JARS",
            description = "Jars with agents of your own, separated as in Java's class path.")
    @Nullable
    String classpath;

    @Option(
            names = "--snapshot-at",
            paramLabel = "TIME",
            description = "Also save and restore the market at this simulated time, such as 12h; the digest stays.")
    @Nullable
    String snapshotAt;

    /** The drivers as the user names them. */
    enum DriverName {
        actors,
        batch
    }

    /**
     * The scenario's file: as named, or among the shipped ones.
     *
     * @throws UserError if there is none
     */
    Path file() {
        Path named = Path.of(scenario);
        Path shipped = ProgramHome.scenarios().resolve(scenario + ".conf");
        return Stream.of(named, shipped)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> UserError.usage("no such scenario: " + scenario + question()));
    }

    private String question() {
        String typed = String.valueOf(Path.of(scenario).getFileName()).replaceFirst("\\.conf$", "");
        Stream<String> names =
                ScenarioEntries.in(ProgramHome.scenarios()).stream().map(Entry::name);
        return NearestWord.question(typed, names);
    }

    /**
     * The settings by key; of two for one key the later counts.
     *
     * @throws UserError if one is not of the form key=value
     */
    Map<String, String> overrides() {
        Map<String, String> overrides = new LinkedHashMap<>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw UserError.usage("expected key=value, found " + setting);
            }
            overrides.put(setting.substring(0, equals).strip(), setting.substring(equals + 1));
        }
        return overrides;
    }

    /** The seed if one was given. */
    OptionalLong chosenSeed() {
        return seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
    }

    /**
     * The simulated time of the snapshot, if one was asked for.
     *
     * @throws UserError if it is not a positive duration
     */
    Optional<Duration> snapshotTime() {
        return Optional.ofNullable(snapshotAt).map(RunArguments::duration);
    }

    private static Duration duration(String text) {
        try {
            Duration time = ConfigFactory.parseMap(Map.of("time", text)).getDuration("time");
            if (time.isPositive()) {
                return time;
            }
        } catch (ConfigException malformed) {
            throw new UserError(ExitCode.USAGE, durationExpected(text), malformed);
        }
        throw UserError.usage(durationExpected(text));
    }

    private static String durationExpected(String text) {
        return "--snapshot-at: expected a positive duration such as 12h or 90min, found " + text;
    }

    /**
     * Checks that the launcher could put every jar on the class path.
     *
     * @throws UserError naming the first that is absent
     */
    void requireJars() {
        if (classpath == null) {
            return;
        }
        for (String jar : classpath.split(Pattern.quote(File.pathSeparator), -1)) {
            String folder = jar.endsWith("/*") ? jar.substring(0, jar.length() - 2) : jar;
            if (!jar.isEmpty() && !Files.exists(Path.of(folder))) {
                throw UserError.usage("--classpath: no such jar or folder: " + jar);
            }
        }
    }
}
