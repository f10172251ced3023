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
     * @return what it is worth after it
     */
    FitnessSample train(double[] point);

    /** Writes all that it has learned, and all that its next stretches depend on. */
    void save(StateWriter out);

    /** Becomes what was saved, by itself or by another trainee of the same task. */
    void load(StateReader in);

    @Override
    void close();
}
