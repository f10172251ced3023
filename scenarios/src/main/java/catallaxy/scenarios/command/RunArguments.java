package catallaxy.scenarios.command;

import catallaxy.scenarios.UserError;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a scenario is to be run, as the user typed it. */
final class RunArguments {
    @Mixin
    ScenarioArguments scenario = new ScenarioArguments();

    @Option(names = "--seed", paramLabel = "N", description = "Seed of all chance (default: the scenario's).")
    @Nullable
    Long seed;

    @Option(
            names = "--driver",
            paramLabel = "DRIVER",
            defaultValue = "actors",
            description = "Who runs the agents: ${COMPLETION-CANDIDATES} (default: actors). Both give the same digest.")
    DriverName driver;

    @Mixin
    RunsOption runs = new RunsOption();

    @Mixin
    UserClasses classes = new UserClasses();

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
     * The settings by key.
     *
     * @throws UserError if one is given twice, the seed also as an option
     */
    Map<String, String> overrides() {
        return scenario.overrides("seed", "--seed", seed);
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
        return Optional.ofNullable(snapshotAt).map(text -> SimulatedTime.positive("--snapshot-at", text));
    }
}
