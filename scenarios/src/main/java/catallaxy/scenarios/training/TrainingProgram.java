package catallaxy.scenarios.training;

/**
 * The program that trains.
 *
 * @param command     the command line, to be kept with the run
 * @param version     of Catallaxy
 * @param userClasses where agents of the user's own are found
 */
public record TrainingProgram(String command, String version, ClassLoader userClasses) {}
