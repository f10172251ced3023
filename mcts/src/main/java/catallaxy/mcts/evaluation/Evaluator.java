package catallaxy.mcts.evaluation;

import catallaxy.mcts.Position;
import java.util.List;

/**
 * Says what positions are worth before the search has looked further, many at once.
 *
 * @param <P> the positions
 */
@FunctionalInterface
public interface Evaluator<P extends Position<P>> {
    /**
     * Evaluates the positions {@code from} to {@code to}, at each of which a player is to move. May change the positions: nobody looks at them afterwards.
     *
     * @param leaves  the positions
     * @param numbers {@code [B]}: the number of the simulation that asks for each: what is random in an evaluation is a function of it
     * @param from    the first row
     * @param to      one past the last row
     * @param into    rows {@code from} to {@code to} are written
     */
    void evaluate(List<P> leaves, long[] numbers, int from, int to, Evaluations into);
}
