package catallaxy.mcts.search;

import catallaxy.mcts.Position;
import catallaxy.mcts.tree.SearchTree;
import java.util.Arrays;

/**
 * Carries what is certain up a tree: a state is worth the most that its mover can attain for certain, once that is all there is or
 * all moves are known; a chance state is worth its expectation, once all outcomes are known. Winands, Björnsson and Saito
 * 2008, https://doi.org/10.1007/978-3-540-87608-3_3, for any number of players and for chance. While a state is not proved,
 * simulations through it look at the moves that are not certain, and count as no worse to the mover than what is certain.
 */
final class Proofs {
    private final int players;
    private final double[] worth;

    Proofs(int players) {
        this.players = players;
        worth = new double[players];
    }

    /** Marks what the last edge of a path makes certain, from there upwards. */
    void carryUp(SearchTree tree, Paths paths, int simulation, double most) {
        for (int step = paths.length(simulation) - 1; step > 0; step--) {
            if (!resolve(tree, paths.state(simulation, step), most)) {
                return;
            }
            tree.know(paths.edge(simulation, step - 1), worth, 0);
        }
    }

    /** Marks an edge to a state that was proved by another way. */
    void know(SearchTree tree, int edge, int child, double most) {
        if (!tree.isKnown(edge) && resolve(tree, child, most)) {
            tree.know(edge, worth, 0);
        }
    }

    /** Raises what a simulation through a state was worth to what its mover could have had for certain. */
    void takeCertain(SearchTree tree, int state, double[] simulated, int from) {
        int mover = tree.turn(state);
        for (int edge = tree.firstEdge(state); edge < tree.endEdge(state); edge++) {
            if (tree.known(edge, mover) > simulated[from + mover]) {
                for (int player = 0; player < players; player++) {
                    simulated[from + player] = tree.known(edge, player);
                }
            }
        }
    }

    /** Whether it is certain what a state is worth; then {@link #worth} has it. */
    boolean resolve(SearchTree tree, int state, double most) {
        return tree.turn(state) == Position.CHANCE ? expected(tree, state) : best(tree, state, most);
    }

    private boolean best(SearchTree tree, int state, double most) {
        int mover = tree.turn(state);
        int best = SearchTree.NONE;
        boolean all = true;
        for (int edge = tree.firstEdge(state); edge < tree.endEdge(state); edge++) {
            double known = tree.known(edge, mover);
            if (Double.isNaN(known)) {
                all = false;
            } else if (best == SearchTree.NONE || known > tree.known(best, mover)) {
                best = edge;
            }
        }
        if (best == SearchTree.NONE || (!all && tree.known(best, mover) < most)) {
            return false;
        }
        for (int player = 0; player < players; player++) {
            worth[player] = tree.known(best, player);
        }
        return true;
    }

    private boolean expected(SearchTree tree, int state) {
        Arrays.fill(worth, 0);
        double total = 0;
        for (int edge = tree.firstEdge(state); edge < tree.endEdge(state); edge++) {
            if (!tree.isKnown(edge)) {
                return false;
            }
            total += tree.prior(edge);
            for (int player = 0; player < players; player++) {
                worth[player] += tree.prior(edge) * tree.known(edge, player);
            }
        }
        // Open-ended chance has outcomes of weight 1 and is never known to the last one.
        return Math.abs(total - 1) < 1e-6;
    }
}
