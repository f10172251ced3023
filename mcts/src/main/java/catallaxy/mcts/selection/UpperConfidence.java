package catallaxy.mcts.selection;

import catallaxy.mcts.tree.SearchTree;
import catallaxy.mcts.tree.SelectionRule;

/**
 * Upper confidence bounds for trees, UCT: {@code argmax Q(s,a) + c √(ln N(s) / N(s,a))}, moves without a visit first, in their
 * order. Kocsis and Szepesvári 2006, https://doi.org/10.1007/11871842_29; UCB1 of Auer, Cesa-Bianchi and Fischer 2002.
 * Deviations: simulations under way count in both N and may be charged
 * {@code virtualLoss} each; a move whose worth is certain is followed no more often than the least followed of the others. Were it not
 * followed at all, proofs would come sooner, but the means above would lose what it says of how many replies fail there.
 *
 * @param exploration c, in units of the transformed value: √2 is UCB1's for values in [0, 1], 2 suits [−1, 1]
 * @param virtualLoss what a simulation under way is taken to lose against the mean, weighed by its share of the visits;
 *                    0 counts it as a visit only (Liu et al. 2020, https://arxiv.org/abs/1810.11755)
 * @param scale       of the values
 */
public record UpperConfidence(double exploration, double virtualLoss, QTransform scale) implements SelectionRule {
    /** Checks the parameters. */
    public UpperConfidence {
        if (!(exploration >= 0) || !(virtualLoss >= 0)) {
            throw new IllegalArgumentException("exploration and virtual loss: found " + exploration + ", " + virtualLoss
                    + ", expected numbers from 0");
        }
    }

    /** Without virtual loss, for values as they are. */
    public static UpperConfidence of(double exploration) {
        return new UpperConfidence(exploration, 0, QTransform.IDENTITY);
    }

    @Override
    public int select(SearchTree tree, int state) {
        double spread = exploration * Roots.rootLog(Math.max(1, tree.entered(state)));
        if (virtualLoss == 0 && scale.isIdentity() && tree.isPlain()) {
            return ofMeans(tree, state, spread);
        }
        int best = tree.firstEdge(state);
        double highest = Double.NEGATIVE_INFINITY;
        int end = tree.endEdge(state);
        int certain = mostOfCertain(tree, best, end);
        for (int edge = best; edge < end; edge++) {
            int visits = tree.visits(edge) + tree.pending(edge);
            if (visits == 0) {
                return edge;
            }
            if (visits > certain && tree.isKnown(edge)) {
                continue;
            }
            double bound = worth(tree, state, edge, visits) + spread * Roots.inverseRoot(visits);
            if (bound > highest) {
                highest = bound;
                best = edge;
            }
        }
        return best;
    }

    /** How often a move whose worth is certain is followed at most: as the one that is followed least of those whose worth is not. */
    private static int mostOfCertain(SearchTree tree, int first, int end) {
        int least = Integer.MAX_VALUE;
        for (int edge = first; edge < end; edge++) {
            least = tree.isKnown(edge) ? least : Math.min(least, tree.visits(edge) + tree.pending(edge));
        }
        return least;
    }

    /** The same where values are means as they are: the loop in which searches with playouts spend their time. */
    private static int ofMeans(SearchTree tree, int state, double spread) {
        int best = tree.firstEdge(state);
        double highest = Double.NEGATIVE_INFINITY;
        int end = tree.endEdge(state);
        for (int edge = best; edge < end; edge++) {
            int back = tree.visits(edge);
            int visits = back + tree.pending(edge);
            if (visits == 0) {
                return edge;
            }
            double mean = back == 0 ? 0 : tree.sum(edge) / back;
            double bound = mean + spread * Roots.inverseRoot(visits);
            if (bound > highest) {
                highest = bound;
                best = edge;
            }
        }
        return best;
    }

    private double worth(SearchTree tree, int state, int edge, int visits) {
        double value = tree.value(state, edge);
        double q = !Double.isNaN(value) ? scale.of(tree, state, value) : 0;
        return virtualLoss == 0 ? q : q - virtualLoss * tree.pending(edge) / visits;
    }
}
