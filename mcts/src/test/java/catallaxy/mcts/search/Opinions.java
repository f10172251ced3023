package catallaxy.mcts.search;

import catallaxy.mcts.Position;
import catallaxy.mcts.evaluation.Evaluations;
import catallaxy.mcts.evaluation.Evaluator;
import java.util.List;

/** An evaluator with priors and values that are arbitrary functions of the position's key: a network that has learned nothing. */
final class Opinions<P extends Position<P>> implements Evaluator<P> {
    private int asked;
    private int batches;

    @Override
    public void evaluate(List<P> leaves, long[] numbers, int from, int to, Evaluations into) {
        batches++;
        for (int row = from; row < to; row++) {
            asked++;
            P leaf = leaves.get(row);
            long mixed = mixed(leaf.key());
            double value = (mixed >> 40) / 0x1p24;
            for (int player = 0; player < leaf.playerCount(); player++) {
                into.value(row, player, player == 0 ? value : -value);
            }
            for (int action = 0; action < leaf.actionCount(); action++) {
                into.prior(row, action, 0.05f + (mixed(mixed + action) >>> 56) / 256f);
            }
        }
    }

    int asked() {
        return asked;
    }

    int batches() {
        return batches;
    }

    private static long mixed(long word) {
        long a = (word + 1) * 0x9E37_79B9_7F4A_7C15L;
        long b = (a ^ a >>> 31) * 0xBF58_476D_1CE4_E5B9L;
        return b ^ b >>> 29;
    }
}
