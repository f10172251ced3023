package catallaxy.mcts.selection;

import catallaxy.mcts.tree.SearchTree;
import catallaxy.mcts.tree.SelectionRule;

/**
 * Predictor and upper confidence bounds, PUCT: {@code argmax Q(s,a) + c(s) P(s,a) √N(s) / (1 + N(s,a))} with
 * {@code c(s) = ln((1 + N(s) + base) / base) + initial}. Silver et al. 2018, https://doi.org/10.1126/science.aar6404,
 * supplement. Deviations: simulations under way count in both N and may be charged {@code virtualLoss}
 * each; a move whose worth is certain is not followed while another's is not.
 *
 * @param initial     c at few visits; 1.25 in the paper
 * @param base        visits at which c has grown by ln 2; 19,652 in the paper
 * @param firstPlay   what a move without a visit is taken to lose against the evaluator's value of the state; with a state that was
 *                    not evaluated such a move is worth the scale's 0
 * @param virtualLoss as in {@link UpperConfidence}
 * @param scale       of the values
 */
public record Puct(double initial, double base, double firstPlay, double virtualLoss, QTransform scale)
        implements SelectionRule {
    /** Checks the parameters. */
    public Puct {
        if (!(initial >= 0) || !(base > 0) || !(virtualLoss >= 0)) {
            throw new IllegalArgumentException("initial, base and virtual loss: found " + initial + ", " + base + ", "
                    + virtualLoss + ", expected numbers from 0, base above 0");
        }
    }

    /** With the paper's constants, for values in [−1, 1]; an unvisited move is worth what its state is. */
    public static Puct standard() {
        return new Puct(1.25, 19_652, 0, 1, QTransform.IDENTITY);
    }

    @Override
    public int select(SearchTree tree, int state) {
        int entered = tree.entered(state);
        double rate = (StrictMath.log1p((1 + entered) / base) + initial) * Math.sqrt(entered);
        double unvisited = unvisited(tree, state);
        int best = tree.firstEdge(state);
        double highest = Double.NEGATIVE_INFINITY;
        int end = tree.endEdge(state);
        for (int edge = best; edge < end; edge++) {
            if (tree.isKnown(edge)) {
                continue;
            }
            int pending = tree.pending(edge);
            int visits = tree.visits(edge) + pending;
            double value = tree.value(state, edge);
            double q = !Double.isNaN(value) ? scale.of(tree, state, value) : unvisited;
            double loss = pending == 0 ? 0 : virtualLoss * pending / visits;
            // One visit's worth of exploration where the state is entered for the first time: priors alone decide.
            double bound = q - loss + Math.max(rate, Double.MIN_NORMAL) * tree.prior(edge) / (1 + visits);
            if (bound > highest) {
                highest = bound;
                best = edge;
            }
        }
        return best;
    }

    private double unvisited(SearchTree tree, int state) {
        double estimate = tree.estimate(state);
        return !Double.isNaN(estimate) ? scale.of(tree, state, estimate) - firstPlay : 0;
    }
}
