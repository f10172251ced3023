package catallaxy.agents.learning;

import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.mcts.Position;
import java.util.List;

/**
 * A game of two players for one stake, or a plan of one, as learners that plan see it: its positions, and how they are observed. An observation
 * is seen from the side of who is to move and says all of the position, so that the one can be made from the other. Immutable.
 *
 * @param <P> its positions, at which players or chance move; what two earn sums to {@code least + most}
 */
public interface Game<P extends Position<P>> {
    /** The position at which a game begins. */
    P first();

    /** What of a position is seen, {@code [F]}. */
    ObservationSpec observationSpec();

    /** The moves: one choice of {@code A} labels, whose numbers are the positions' actions. */
    ActionSpec actionSpec();

    /** Writes a position at which a player is to move, or the game is over, to {@code rows[offset … offset + F)}. */
    void observe(P position, float[] rows, int offset);

    /** The position that was observed so. */
    P position(float[] rows, int offset);

    /** The least that a player earns in a game. */
    double least();

    /** The most that a player earns in a game. */
    double most();

    /** Ways to see a position that make no difference to it, the one that changes nothing left out; none by default. */
    default List<Symmetry> symmetries() {
        return List.of();
    }

    /**
     * A way to see a position that makes no difference to it.
     *
     * @param features {@code [F]}: where each feature of the new observation is found in the old one
     * @param actions  {@code [A]}: which old action each new one was
     */
    record Symmetry(List<Integer> features, List<Integer> actions) {
        /** Copies both lists. */
        public Symmetry {
            features = List.copyOf(features);
            actions = List.copyOf(actions);
        }
    }
}
