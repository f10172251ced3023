package catallaxy.mcts.selection;

import catallaxy.mcts.tree.SearchTree;
import catallaxy.mcts.tree.SelectionRule;

/**
 * Selection inside the tree of a Gumbel search: {@code argmax π′(a) − N(a) / (1 + ΣN)} with the improved policy π′, so that visits
 * follow it without chance. Danihelka et al. 2022, equation 14. Simulations under way count in N.
 *
 * @param values gives π′
 */
public record GumbelInside(CompletedValues values) implements SelectionRule {
    @Override
    public int select(SearchTree tree, int state) {
        double[] improved = CompletedValues.softmax(values.logits(tree, state));
        int first = tree.firstEdge(state);
        double all = 1.0 + tree.entered(state);
        int best = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < improved.length; i++) {
            double due = improved[i] - (tree.visits(first + i) + tree.pending(first + i)) / all;
            if (due > highest) {
                highest = due;
                best = i;
            }
        }
        return first + best;
    }
}
