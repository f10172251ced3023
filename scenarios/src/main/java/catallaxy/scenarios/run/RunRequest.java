package catallaxy.scenarios.run;

import catallaxy.scenarios.file.Scenario;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * What a user asked to be run.
 *
 * @param parent          folder in which the run folder is made
 * @param command         the command line as typed
 * @param version         of the program
 * @param userClasses     where agents of the user's own are found
 * @param snapshotAtNanos simulated time at which the market is saved and restored in mid-run
 */
public record RunRequest(
        Scenario scenario,
        long seed,
        DriverKind driver,
        Path parent,
        String command,
        String version,
        ClassLoader userClasses,
        OptionalLong snapshotAtNanos) {}
