package catallaxy.agents.learning;

import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;

/**
 * {@code N} independent worlds for one learner, stepped together.
 *
 * <p>{@code reset(seed)}, then {@code step} without end: a world whose episode ended begins the next one within the same
 * step, so that {@link VectorStep#observations} is always what to act on. Deterministic: same seed, same actions, same
 * steps; world {@code i} has chance of its own, keyed by (seed, i), so that its course does not depend on how
 * many others there are. Owned by one thread. The interface follows Gymnasium's vector environments with same-step
 * automatic reset, with {@code terminated} and {@code truncated} kept apart.
 */
public interface SteppedWorlds {
    /** What the features of an observation {@code [F]} mean, the same in every world. */
    ObservationSpec observationSpec();

    /** What an action means; see {@link ActionSpace}. */
    ActionSpec actionSpec();

    /** {@code N}. */
    int worlds();

    /** Starts the first episode of every world and writes their observations and masks. */
    void reset(long seed, VectorStep out);

    /**
     * One step of every world.
     *
     * @param actions {@code [N, A]} in the components' units and inside their bounds; a choice is its label's index
     * @param out     overwritten
     */
    void step(float[] actions, VectorStep out);
}
