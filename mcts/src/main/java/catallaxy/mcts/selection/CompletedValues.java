package catallaxy.mcts.selection;

import catallaxy.mcts.tree.SearchTree;
import java.util.Arrays;

/**
 * Logits of the improved policy: {@code ln P(a) + σ(q̂(a))} with {@code σ(q) = (c_visit + max_b N(b)) c_scale q}; a move without a visit is
 * taken to be worth {@code v_mix = (v̂ + ΣN / Σ_visited P(b) · Σ_visited P(b) Q(b)) / (1 + ΣN)}. Danihelka, Guez, Schrittwieser and Silver 2022,
 * "Policy improvement by planning with Gumbel", equations 8, 10, 11 and 33. Deviation: where the evaluator said nothing of
 * the state, the mean over visits stands for v̂.
 *
 * @param visitOffset c_visit; 50 in the paper
 * @param scale       c_scale; 1 in the paper for values in [0, 1]
 * @param transform   brings values to [0, 1] or [−1, 1]
 */
public record CompletedValues(double visitOffset, double scale, QTransform transform) {
    /** The least prior whose logarithm is taken. */
    private static final double LEAST = 1e-30;

    /** Checks the parameters. */
    public CompletedValues {
        if (!(visitOffset >= 0) || !(scale >= 0)) {
            throw new IllegalArgumentException(
                    "visit offset and scale: found " + visitOffset + ", " + scale + ", expected numbers from 0");
        }
    }

    /** With the paper's constants, for values in [−1, 1]: half of its scale. */
    public static CompletedValues standard() {
        return new CompletedValues(50, 0.5, QTransform.IDENTITY);
    }

    /** Logits of the improved policy over a state's edges, in their order. */
    double[] logits(SearchTree tree, int state) {
        int first = tree.firstEdge(state);
        double[] logits = new double[tree.endEdge(state) - first];
        double mixed = mixed(tree, state);
        double weight = weight(tree, state);
        for (int i = 0; i < logits.length; i++) {
            double value = tree.value(state, first + i);
            double completed = !Double.isNaN(value) ? transform.of(tree, state, value) : mixed;
            logits[i] = StrictMath.log(Math.max(LEAST, tree.prior(first + i))) + weight * completed;
        }
        return logits;
    }

    /** {@code (c_visit + max_b N(b)) c_scale}. */
    private double weight(SearchTree tree, int state) {
        int most = 0;
        for (int edge = tree.firstEdge(state); edge < tree.endEdge(state); edge++) {
            most = Math.max(most, tree.visits(edge));
        }
        return (visitOffset + most) * scale;
    }

    /** v_mix, transformed. */
    private double mixed(SearchTree tree, int state) {
        double priors = 0;
        double valued = 0;
        int visits = 0;
        for (int edge = tree.firstEdge(state); edge < tree.endEdge(state); edge++) {
            double value = tree.value(state, edge);
            if (!Double.isNaN(value)) {
                priors += tree.prior(edge);
                valued += tree.prior(edge) * transform.of(tree, state, value);
                visits += tree.visits(edge);
            }
        }
        double own = tree.estimate(state);
        double seen = priors > 0 ? valued / priors : 0;
        double estimate = !Double.isNaN(own) ? transform.of(tree, state, own) : seen;
        return (estimate + visits * seen) / (1 + visits);
    }

    /** Probabilities of logits, which become them. */
    static double[] softmax(double[] logits) {
        double highest = Arrays.stream(logits).max().orElse(0);
        double total = 0;
        for (int i = 0; i < logits.length; i++) {
            logits[i] = StrictMath.exp(logits[i] - highest);
            total += logits[i];
        }
        for (int i = 0; i < logits.length; i++) {
            logits[i] /= total;
        }
        return logits;
    }
}
