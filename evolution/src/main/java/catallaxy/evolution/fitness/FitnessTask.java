package catallaxy.evolution.fitness;

import java.util.List;
import java.util.function.Function;

/**
 * What candidates are tried at.
 *
 * <p>A trial is a function of the candidate and a seed, and of nothing else: no clock, no order of calls. Safe for any thread.
 *
 * @param <C> what is tried
 */
public interface FitnessTask<C> {
    /** What candidates are judged by. */
    Objectives objectives();

    /** What tells behaviours apart, {@code [D]}; empty where samples have none. */
    default List<Descriptor> descriptors() {
        return List.of();
    }

    /** Whether trials of one candidate with different seeds may differ. */
    boolean noisy();

    /** Whether a trial takes less than some microseconds, so that handing it to another thread costs more than it saves. */
    default boolean light() {
        return false;
    }

    /** One trial. What goes wrong with the candidate is an invalid sample, never an exception. */
    FitnessSample sample(C candidate, long seed);

    /** The same for what can be made into such candidates. */
    default <D> FitnessTask<D> of(Function<D, C> made) {
        return new MadeTask<>(this, made);
    }
}
