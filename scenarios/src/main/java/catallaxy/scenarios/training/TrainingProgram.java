package catallaxy.scenarios.training;

import catallaxy.scenarios.file.learning.LearnerBinding;

/**
 * The program that trains.
 *
 * @param command     the command line, to be kept with the run
 * @param version     of Catallaxy
 * @param userClasses where agents of the user's own are found
 * @param learners    gives them what they need
 */
public record TrainingProgram(String command, String version, ClassLoader userClasses, LearnerBinding learners) {
    /** A program that trains what a scenario alone says. */
    public TrainingProgram(String command, String version, ClassLoader userClasses) {
        this(command, version, userClasses, LearnerBinding.NONE);
    }
}
