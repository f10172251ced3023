package catallaxy.mcts.latent;

import java.util.Arrays;

/** The states that one search has reached in a model, each once: node 0 is the observation. Mutable, owned by that search. */
final class LatentTree {
    private static final int NONE = -1;

    private final int width;
    private final int actions;
    private final double discount;
    private int nodes = 1;
    private float[] states;
    private int[] children;
    private int[] moves = new int[1];
    private int[] parents = {NONE};
    /** What the moves up to the node earned, and what a reward after it counts, both from the root's side. */
    private double[] earned = new double[1];

    private double[] weights = {1};

    LatentTree(int width, int actions, double discount) {
        this.width = width;
        this.actions = actions;
        this.discount = discount;
        states = new float[width];
        children = new int[actions];
        Arrays.fill(children, NONE);
    }

    int move(int node) {
        return moves[node];
    }

    /** The node that a move leads to, which the model has not been asked about when it is new. */
    int child(int node, int move) {
        int at = node * actions + move;
        if (children[at] == NONE) {
            grow();
            children[at] = nodes;
            parents[nodes] = node;
            moves[nodes++] = move;
        }
        return children[at];
    }

    private void grow() {
        if (nodes < parents.length) {
            return;
        }
        int room = 2 * nodes;
        states = Arrays.copyOf(states, room * width);
        children = Arrays.copyOf(children, room * actions);
        Arrays.fill(children, nodes * actions, room * actions, NONE);
        moves = Arrays.copyOf(moves, room);
        parents = Arrays.copyOf(parents, room);
        earned = Arrays.copyOf(earned, room);
        weights = Arrays.copyOf(weights, room);
    }

    /** Writes the state from which the node was reached. */
    void origin(int node, float[] into, int row) {
        System.arraycopy(states, parents[node] * width, into, row * width, width);
    }

    /** Takes what the model said of a node in a row of its answers; returns what the node is worth, discounted to the root. */
    double learn(int node, LatentAnswers answers, int row) {
        System.arraycopy(answers.states(), row * width, states, node * width, width);
        if (node > 0) {
            int from = parents[node];
            earned[node] = earned[from] + weights[from] * answers.rewards()[row];
            weights[node] = weights[from] * discount;
        }
        return earned[node] + weights[node] * answers.values()[row];
    }
}
