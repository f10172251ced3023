package catallaxy.agents.learning;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Optional;

/** Worlds of one problem, which can be saved between any two steps and go on elsewhere. Owned by one thread. */
public interface VectorEnvironment extends SteppedWorlds {
    /**
     * Right after {@code reset}: where episodes have a fixed horizon, lets the first one of world {@code i} begin as if
     * {@code i/N} of its steps were over, so that every batch of a training holds all times of an episode. The first episodes
     * are shorter, the others as ever. Without effect elsewhere.
     *
     * @param out as {@code reset} wrote it; observations and masks are written anew
     */
    default void spread(VectorStep out) {}

    /** The game that is played in the worlds, for learners that plan; empty where none is. */
    default Optional<Game<?>> game() {
        return Optional.empty();
    }

    /** Writes all that the following steps depend on. */
    void save(StateWriter out);

    /** Puts the environment where it was saved; it was made with the same arguments. */
    void load(StateReader in);
}
