package catallaxy.scenarios.evolution;

import catallaxy.scenarios.file.EvolutionScenario;
import java.nio.file.Path;

/**
 * An evolution that was asked for.
 *
 * @param seed    of all chance
 * @param parent  folder below which the run folder is made
 * @param command the command line, to be kept with the run
 * @param version of Catallaxy
 * @param userClasses where agents of the user's own are found
 */
public record EvolutionRequest(
        EvolutionScenario scenario, long seed, Path parent, String command, String version, ClassLoader userClasses) {}
