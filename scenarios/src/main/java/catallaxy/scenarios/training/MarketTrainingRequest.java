package catallaxy.scenarios.training;

import catallaxy.scenarios.file.Scenario;
import java.nio.file.Path;

/**
 * Training in a market that was asked for.
 *
 * @param parent      folder below which the run folder is made
 * @param command     the command line, to be kept with the run
 * @param version     of Catallaxy
 * @param userClasses where agents of the user's own are found
 */
public record MarketTrainingRequest(
        Scenario scenario, long seed, Path parent, String command, String version, ClassLoader userClasses) {}
