package catallaxy.mcts.selection;

import catallaxy.mcts.tree.SearchTree;

/**
 * What an edge is worth on the scale that a rule of selection expects: near [0, 1] or [−1, 1], whatever the units of the model.
 */
@FunctionalInterface
public interface QTransform {
    /** Values as they are. For models whose values lie in [−1, 1] or [0, 1] already. */
    QTransform IDENTITY = new QTransform() {
        @Override
        public double of(SearchTree tree, int state, double value) {
            return value;
        }

        @Override
        public boolean isIdentity() {
            return true;
        }
    };

    /**
     * Values between the lowest and the highest that are known of the state and of its moves, as 0 to 1; all 0 where those
     * are one. As the transform by parent and siblings of the library mctx.
     */
    QTransform SIBLINGS = QTransform::amongSiblings;

    /** Whether values are taken as they are. */
    default boolean isIdentity() {
        return false;
    }

    /**
     * A value on the rule's scale.
     *
     * @param value to the mover of {@code state}
     */
    double of(SearchTree tree, int state, double value);

    private static double amongSiblings(SearchTree tree, int state, double value) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double own = tree.estimate(state);
        if (!Double.isNaN(own)) {
            low = own;
            high = own;
        }
        for (int edge = tree.firstEdge(state); edge < tree.endEdge(state); edge++) {
            double q = tree.value(state, edge);
            if (!Double.isNaN(q)) {
                low = Math.min(low, q);
                high = Math.max(high, q);
            }
        }
        return high > low ? (value - low) / (high - low) : 0;
    }
}
