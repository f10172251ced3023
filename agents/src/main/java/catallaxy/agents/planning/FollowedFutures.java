package catallaxy.agents.planning;

import catallaxy.mcts.evaluation.Evaluations;
import catallaxy.mcts.evaluation.Evaluator;
import java.util.List;

/**
 * Judges a position by what the follower earns from there to the horizon in one future, and its moves by the weights of the
 * expert; where networks guide, its moves by their advantages, and by their expectation in place of a future where that is wanted.
 */
final class FollowedFutures implements Evaluator<MarketPosition> {
    private final Guidance guidance;
    private final Lessons lessons;
    private final int[] moves;

    FollowedFutures(Guidance guidance, Lessons lessons, int actions) {
        this.guidance = guidance;
        this.lessons = lessons;
        moves = new int[actions];
    }

    @Override
    public void evaluate(List<MarketPosition> leaves, long[] numbers, int from, int to, Evaluations into) {
        for (int row = from; row < to; row++) {
            MarketPosition leaf = leaves.get(row);
            int count = leaf.moves(moves);
            for (int i = 0; i < count; i++) {
                into.prior(row, moves[i], (float) weight(leaf, moves[i]));
            }
            into.value(row, 0, remaining(leaf));
        }
    }

    /** Relative to the others: priors need not sum to one. */
    private double weight(MarketPosition leaf, int move) {
        return guidance.judge()
                .map(judge -> StrictMath.exp(Math.clamp(judge.advantage(leaf.row(move)), -20, 20)))
                .orElseGet(() -> leaf.weight(move));
    }

    private double remaining(MarketPosition leaf) {
        float[] row = leaf.row(MarketPosition.HOLDING);
        if (guidance.leaves() && guidance.judge().isPresent()) {
            return leaf.discount() * guidance.judge().get().remaining(row);
        }
        double before = leaf.earned(0);
        double discount = leaf.discount();
        leaf.follow();
        double earned = leaf.earned(0) - before;
        lessons.followed(row, earned / discount);
        return earned;
    }
}
