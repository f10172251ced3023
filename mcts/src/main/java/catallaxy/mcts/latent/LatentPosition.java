package catallaxy.mcts.latent;

import catallaxy.mcts.Position;

/**
 * A state of a {@link LatentModel} as searches step it: a plan of one player that never ends. It earns nothing by itself, since what a
 * move earns is not known before the model is asked: {@link LatentEvaluator} values a state with all that was earned on the way to it,
 * discounted to the root. Inside the model every move is allowed; at the root those that the world allows. One owner.
 */
public final class LatentPosition implements Position<LatentPosition> {
    private final int actions;
    private LatentTree tree;
    private float[] observation;
    private boolean[] allowed;
    private int node;

    private LatentPosition(int actions, LatentTree tree, float[] observation, boolean[] allowed) {
        this.actions = actions;
        this.tree = tree;
        this.observation = observation;
        this.allowed = allowed;
    }

    /**
     * A root for one search.
     *
     * @param observation {@code [F]}, kept
     * @param allowed     {@code [A]}, kept, at least one of them true
     * @param discount    γ, in [0, 1]
     */
    public static LatentPosition root(LatentModel model, float[] observation, boolean[] allowed, double discount) {
        LatentTree tree = new LatentTree(model.width(), model.actions(), discount);
        return new LatentPosition(model.actions(), tree, observation, allowed);
    }

    boolean isRoot() {
        return node == 0;
    }

    float[] observation() {
        return observation;
    }

    /** Writes the state from which this one was reached; returns the move that led here. */
    int origin(float[] into, int row) {
        tree.origin(node, into, row);
        return tree.move(node);
    }

    /** Takes a row of the model's answers; returns what this state is worth, discounted to the root, with all that was earned up to it. */
    double learn(LatentAnswers answers, int row) {
        return tree.learn(node, answers, row);
    }

    @Override
    public int actionCount() {
        return actions;
    }

    @Override
    public int playerCount() {
        return 1;
    }

    @Override
    public int turn() {
        return 0;
    }

    @Override
    public int moves(int[] into) {
        int count = 0;
        for (int move = 0; move < actions; move++) {
            if (!isRoot() || allowed[move]) {
                into[count++] = move;
            }
        }
        return count;
    }

    @Override
    public void play(int move) {
        node = tree.child(node, move);
    }

    @Override
    public double earned(int player) {
        return 0;
    }

    @Override
    public LatentPosition copy() {
        LatentPosition copy = new LatentPosition(actions, tree, observation, allowed);
        copy.node = node;
        return copy;
    }

    @Override
    public void set(LatentPosition other) {
        tree = other.tree;
        observation = other.observation;
        allowed = other.allowed;
        node = other.node;
    }
}
