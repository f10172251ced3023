package catallaxy.mcts.search;

import catallaxy.mcts.tree.SearchTree;

/** Finds where moves lead in a tree. */
final class KnownMoves {
    private KnownMoves() {}

    /** The state after these moves from the root, or {@link SearchTree#NONE} where the tree does not reach so far. */
    static int follow(SearchTree tree, int... moves) {
        int state = tree.states() == 0 ? SearchTree.NONE : 0;
        for (int move : moves) {
            state = state < 0 ? SearchTree.NONE : below(tree, state, move);
        }
        return state;
    }

    private static int below(SearchTree tree, int state, int move) {
        for (int edge = tree.firstEdge(state); edge < tree.endEdge(state); edge++) {
            if (tree.action(edge) == move) {
                return tree.child(edge);
            }
        }
        return SearchTree.NONE;
    }
}
