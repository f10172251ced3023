package catallaxy.agents.learning;

import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Worlds in which several learners have seats. To each of them they are a batch of worlds, as a {@link VectorEnvironment} is,
 * stepped from one of its own decisions to the next:
 *
 * <pre>
 * worlds.begin();
 * while (…) {
 *     // whoever is due acts on its step and writes its actions
 *     worlds.advance();
 *     // whoever is due observes its step
 * }
 * </pre>
 *
 * <p>A world whose episode ended begins the next one within the same step. Deterministic. Owned by one thread.
 */
public interface SharedEnvironment {
    /** In a fixed order. */
    List<? extends LearnerSeat> seats();

    /** Starts the first episode of every world; then every seat is due. */
    void begin();

    /** Plays on with the actions of those who were due until somebody is due again. */
    void advance();

    /** Whether all that follows depends only on what would be saved now. */
    boolean isWhole();

    /** Episodes that have ended, over all worlds. */
    long episodes();

    /** What training earns, by the customary names; those of one of several seats begin with its agent and a slash. */
    Map<String, Double> figures();

    /** Mean return of the latest episodes, by which a training may end; none where there are too few, or seats have their own. */
    default OptionalDouble recentReturn() {
        return OptionalDouble.empty();
    }

    /** Writes all that the following steps depend on and that no seat writes. */
    void save(StateWriter out);

    /** Puts the worlds where they were saved, in place of {@link #begin}; they were made with the same arguments. */
    void load(StateReader in);

    /** One learner's seat in the worlds: what it sees there and does. */
    interface LearnerSeat {
        /** Whose it is; empty where there is one seat only. */
        String agent();

        /** What the features of its observations {@code [N, F]} mean. */
        ObservationSpec observationSpec();

        /** What an action means; see {@link ActionSpace}. */
        ActionSpec actionSpec();

        /** Whether its last actions are answered and new ones wanted. */
        boolean due();

        /** What the worlds answered, and what to act on. */
        VectorStep step();

        /** {@code [N, A]}, to be written while it is due; in the components' units and inside their bounds. */
        float[] actions();

        /** Writes what belongs to this seat alone. */
        default void save(StateWriter out) {}

        /** Reads what {@link #save} wrote, into a seat of the same problem. */
        default void load(StateReader in) {}

        /** A name of something of this seat among those of all. */
        default String named(String name) {
            return agent().isEmpty() ? name : agent() + "/" + name;
        }
    }
}
