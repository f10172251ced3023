package catallaxy.agents.learning;

import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * {@code N} independent worlds of one problem for one learner, stepped together.
 *
 * <p>{@code reset(seed)}, then {@code step} without end: a world whose episode ended begins the next one within the same
 * step, so that {@link VectorStep#observations} is always what to act on. Deterministic: same seed, same actions, same
 * steps; world {@code i} draws from its own random streams, keyed by (seed, i), so that its course does not depend on how
 * many others there are. Owned by one thread. The interface follows Gymnasium's vector environments with same-step
 * automatic reset, with {@code terminated} and {@code truncated} kept apart.
 */
public interface VectorEnvironment {
    /** What the features of an observation {@code [F]} mean, the same in every world. */
    ObservationSpec observationSpec();

    /** What an action means; see {@link ActionSpace}. */
    ActionSpec actionSpec();

    /** {@code N}. */
    int worlds();

    /** Starts the first episode of every world and writes their observations and masks. */
    void reset(long seed, VectorStep out);

    /**
     * Right after {@code reset}: where episodes have a fixed horizon, lets the first one of world {@code i} begin as if
     * {@code i/N} of its steps were over, so that every batch of a training holds all times of an episode. The first episodes
     * are shorter, the others as ever. Without effect elsewhere.
     *
     * @param out as {@code reset} wrote it; observations and masks are written anew
     */
    default void spread(VectorStep out) {}

    /**
     * One step of every world.
     *
     * @param actions {@code [N, A]} in the components' units and inside their bounds; a choice is its label's index
     * @param out     overwritten
     */
    void step(float[] actions, VectorStep out);

    /** Writes all that the following steps depend on. */
    void save(StateWriter out);

    /** Puts the environment where it was saved; it was made with the same arguments. */
    void load(StateReader in);
}
