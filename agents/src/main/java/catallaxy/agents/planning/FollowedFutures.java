package catallaxy.agents.planning;

import catallaxy.mcts.evaluation.Evaluations;
import catallaxy.mcts.evaluation.Evaluator;
import java.util.List;

/**
 * Judges a position by what the follower earns from there to the horizon in one future, and its moves by the weights of the
 * expert.
 */
final class FollowedFutures implements Evaluator<MarketPosition> {
    private final int[] moves;

    FollowedFutures(int actions) {
        moves = new int[actions];
    }

    @Override
    public void evaluate(List<MarketPosition> leaves, long[] numbers, int from, int to, Evaluations into) {
        for (int row = from; row < to; row++) {
            MarketPosition leaf = leaves.get(row);
            int count = leaf.moves(moves);
            for (int i = 0; i < count; i++) {
                into.prior(row, moves[i], (float) leaf.weight(moves[i]));
            }
            double before = leaf.earned(0);
            leaf.follow();
            into.value(row, 0, leaf.earned(0) - before);
        }
    }
}
