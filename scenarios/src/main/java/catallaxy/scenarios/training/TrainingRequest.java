package catallaxy.scenarios.training;

import catallaxy.scenarios.file.TrainingScenario;
import java.nio.file.Path;

/**
 * What is to be trained.
 *
 * @param parent  folder below which the run folder is made
 * @param command the command line, to be kept with the run
 * @param version of Catallaxy
 */
public record TrainingRequest(TrainingScenario scenario, long seed, Path parent, String command, String version) {}
