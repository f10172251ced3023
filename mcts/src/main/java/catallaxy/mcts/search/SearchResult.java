package catallaxy.mcts.search;

import java.util.List;

/**
 * What a search found of a position.
 *
 * @param best        the move that its rule decided on
 * @param moves       every move with its figures, in the position's order
 * @param value       mean of the simulations, to the mover
 * @param solved      whether the value of the best move is certain
 * @param simulations made for this answer
 * @param states      in the tree
 * @param deepest     the longest path, in moves of players and of chance
 */
public record SearchResult(
        int best, List<MoveFigures> moves, double value, boolean solved, int simulations, int states, int deepest) {
    /** Copies the list. */
    public SearchResult {
        moves = List.copyOf(moves);
    }

    /**
     * What a search found of one move.
     *
     * @param move   the number of the move
     * @param prior  the evaluator's probability
     * @param policy the improved probability
     * @param visits simulations that tried it
     * @param value  mean of those, to the mover; NaN without any
     */
    public record MoveFigures(int move, double prior, double policy, int visits, double value) {}

    /**
     * What the mover can expect who plays the improved policy: the mean of the moves' values by their improved probabilities, over the moves
     * that were tried; {@link #value} where none was.
     */
    public double improvedValue() {
        double weight = 0;
        double sum = 0;
        for (MoveFigures each : moves) {
            if (!Double.isNaN(each.value())) {
                weight += each.policy();
                sum += each.policy() * each.value();
            }
        }
        return weight > 0 ? sum / weight : value;
    }

    /** The improved policy over all {@code A} moves, 0 for those that are not legal. */
    public float[] policy(int actions) {
        float[] policy = new float[actions];
        for (MoveFigures figures : moves) {
            policy[figures.move()] = (float) figures.policy();
        }
        return policy;
    }
}
