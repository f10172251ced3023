package catallaxy.evolution.search;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.evolution.fitness.FitnessSample;

/** A learner that is alive: it trains in stretches, under settings that may change between them. One owner; to be closed. */
public interface Trainee extends AutoCloseable {
    /**
     * Trains on for one stretch.
     *
     * @param point the settings from now on, in the unit cube of the task's space
     * @param luck  seed of what it is judged by after the stretch, the same for all trainees of a generation; how it trains does not
     *              depend on it
     * @return what it is worth after it; invalid if it has diverged, and then it trains no more until it has {@link #load loaded}
     */
    FitnessSample train(double[] point, long luck);

    /** Writes all that it has learned, and all that its next stretches depend on; before the first stretch, too. */
    void save(StateWriter out);

    /** Becomes what was saved, by itself or by another trainee of the same task. */
    void load(StateReader in);

    @Override
    void close();
}
