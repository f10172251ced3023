package catallaxy.evolution.search;

import catallaxy.evolution.fitness.Objectives;
import catallaxy.evolution.space.ParameterSpace;
import java.util.Optional;

/** A task at which learners are raised. Safe for any thread; each trainee has one owner. */
public interface TraineeTask {
    /** What trainees are judged by. */
    Objectives objectives();

    /** The settings that may change. */
    ParameterSpace space();

    /** What the space would have to be for settings to change while a trainee lives, in words that follow "expected"; empty where they can. */
    default Optional<String> rigid() {
        return Optional.empty();
    }

    /**
     * A learner at its beginning.
     *
     * @param point its first settings, in the unit cube
     * @param seed  of its chance
     */
    Trainee begin(double[] point, long seed);
}
