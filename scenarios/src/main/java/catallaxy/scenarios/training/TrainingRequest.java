package catallaxy.scenarios.training;

import java.nio.file.Path;

/**
 * Training that was asked for.
 *
 * @param seed    of all chance
 * @param parent  folder below which the run folder is made
 * @param program that trains
 */
public record TrainingRequest(Experiment experiment, long seed, Path parent, TrainingProgram program) {}
