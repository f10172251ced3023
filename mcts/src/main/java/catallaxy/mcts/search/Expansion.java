package catallaxy.mcts.search;

import catallaxy.mcts.Position;
import catallaxy.mcts.evaluation.Evaluations;
import catallaxy.mcts.tree.SearchTree;

/** Makes states of positions, each with an edge for each of its moves. One owner. */
final class Expansion<P extends Position<P>> {
    private final SearchSettings settings;
    private final int[] moves;

    Expansion(SearchSettings settings, int actions) {
        this.settings = settings;
        moves = new int[actions];
    }

    /** Adds the state of a position at which a player is to move, all moves alike. */
    int player(SearchTree tree, P position) {
        int state = tree.addState(position.turn(), Double.NaN);
        int count = position.moves(moves);
        for (int i = 0; i < count; i++) {
            tree.addEdge(state, moves[i], 1.0 / count);
        }
        remember(tree, position, state);
        return state;
    }

    /** Adds the state of a position at which chance moves. */
    int chance(SearchTree tree, P position) {
        int state = tree.addState(Position.CHANCE, Double.NaN);
        if (position.openEnded()) {
            tree.reserve(state, settings.widening().limit());
        } else {
            int count = position.moves(moves);
            for (int i = 0; i < count; i++) {
                tree.addEdge(state, moves[i], position.probability(moves[i]));
            }
        }
        remember(tree, position, state);
        return state;
    }

    /** Takes what the evaluator said of the root, as of another state. */
    void informRoot(SearchTree tree, int state, Evaluations answers, int row, P root) {
        int mover = mover(tree, state);
        tree.setEstimate(state, root.earned(mover) + answers.value(row, mover));
        setPriors(tree, state, answers, row);
    }

    /**
     * Takes what the evaluator said of a state: priors of its moves, where there are any, and its worth.
     *
     * @param worth to each player, from {@code from} on, with what was earned on the way to it, as its moves are worth
     */
    void inform(SearchTree tree, int state, Evaluations answers, int row, double[] worth, int from) {
        tree.setEstimate(state, worth[from + mover(tree, state)]);
        setPriors(tree, state, answers, row);
    }

    private static int mover(SearchTree tree, int state) {
        return Math.max(0, tree.turn(state));
    }

    private static void setPriors(SearchTree tree, int state, Evaluations answers, int row) {
        if (answers.uniform()) {
            return;
        }
        double total = 0;
        for (int edge = tree.firstEdge(state); edge < tree.endEdge(state); edge++) {
            total += answers.prior(row, tree.action(edge));
        }
        int count = tree.endEdge(state) - tree.firstEdge(state);
        for (int edge = tree.firstEdge(state); edge < tree.endEdge(state); edge++) {
            tree.setPrior(edge, total > 0 ? answers.prior(row, tree.action(edge)) / total : 1.0 / count);
        }
    }

    private void remember(SearchTree tree, P position, int state) {
        if (settings.transpositions()) {
            tree.remember(position.key(), state);
        }
    }
}
