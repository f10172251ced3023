package catallaxy.agents.algorithm;

import catallaxy.agents.learning.Game;
import catallaxy.mcts.Position;
import catallaxy.mcts.evaluation.Evaluations;
import catallaxy.mcts.evaluation.Evaluator;
import java.util.List;

/** Evaluates leaves of a game with its networks, all of a batch in one call. One owner. */
final class GameEvaluator<P extends Position<P>> implements Evaluator<P> {
    private final Game<P> game;
    private final Networks networks;
    private final int features;
    private final int actions;
    private final int[] legal;

    /** Two networks side by side. */
    @FunctionalInterface
    interface Networks {
        /**
         * The networks' answers.
         *
         * @param rows  {@code [count, F]}
         */
        Answer answer(float[] rows, int count);
    }

    /**
     * What networks answer to {@code B} observations.
     *
     * @param logits {@code [B, A]}
     * @param values {@code [B]}, before tanh
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Answer(float[] logits, float[] values) {}

    GameEvaluator(Game<P> game, Networks networks) {
        this.game = game;
        this.networks = networks;
        features = game.observationSpec().size();
        actions = game.actionSpec().maskSize();
        legal = new int[game.first().actionCount()];
    }

    @Override
    public void evaluate(List<P> leaves, long[] numbers, int from, int to, Evaluations into) {
        int count = to - from;
        float[] rows = new float[count * features];
        for (int i = 0; i < count; i++) {
            game.observe(leaves.get(from + i), rows, i * features);
        }
        Answer answer = networks.answer(rows, count);
        for (int i = 0; i < count; i++) {
            P leaf = leaves.get(from + i);
            priors(leaf, answer.logits(), i, from + i, into);
            double own = earned(game, StrictMath.tanh(answer.values()[i]));
            int mover = leaf.turn();
            into.value(from + i, mover, own);
            into.value(from + i, 1 - mover, game.least() + game.most() - own);
        }
    }

    /** What a value in [−1, 1] means in the game's units. */
    static double earned(Game<?> game, double value) {
        return game.least() + (value + 1) / 2 * (game.most() - game.least());
    }

    private void priors(P leaf, float[] logits, int row, int into, Evaluations evaluations) {
        int count = leaf.moves(legal);
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            highest = Math.max(highest, logits[row * actions + legal[i]]);
        }
        for (int i = 0; i < count; i++) {
            float weight = (float) StrictMath.exp(logits[row * actions + legal[i]] - highest);
            evaluations.prior(into, legal[i], weight);
        }
    }
}
