package catallaxy.mcts.selection;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.mcts.tree.RootRule;
import catallaxy.mcts.tree.SearchTree;
import catallaxy.mcts.tree.SelectionRule;
import java.util.Arrays;

/**
 * The root is searched like any other state, with noise in its priors if wanted, and the move visited most is played; a move that
 * is certain to be worth most goes before it. Noise: {@code P(a) ← (1 − ε) P(a) + ε η(a)}, η of a symmetric Dirichlet distribution;
 * Silver et al. 2018, https://doi.org/10.1126/science.aar6404.
 *
 * @param selection     of moves
 * @param concentration of the Dirichlet distribution; about 10 over the number of legal moves
 * @param noise         ε in [0, 1]; 0 for none, 0.25 in the paper
 * @param temperature   T of the policy {@code N^(1/T)}; 1 in the paper's training
 */
public record MostVisited(SelectionRule selection, double concentration, double noise, double temperature)
        implements RootRule {
    /** Checks the parameters. */
    public MostVisited {
        if (!(concentration > 0) || !(noise >= 0 && noise <= 1) || !(temperature > 0)) {
            throw new IllegalArgumentException("concentration, noise, temperature: found " + concentration + ", "
                    + noise + ", " + temperature + ", expected numbers above 0, noise in [0, 1]");
        }
    }

    /** Without noise, at temperature 1. */
    public static MostVisited by(SelectionRule selection) {
        return new MostVisited(selection, 1, 0, 1);
    }

    @Override
    public void begin(SearchTree tree, int simulations, RandomStream luck) {
        if (noise == 0) {
            return;
        }
        int first = tree.firstEdge(0);
        double[] share = Dirichlet.draw(concentration, tree.endEdge(0) - first, luck);
        for (int i = 0; i < share.length; i++) {
            tree.setPrior(first + i, (1 - noise) * tree.prior(first + i) + noise * share[i]);
        }
    }

    @Override
    public int select(SearchTree tree) {
        return selection.select(tree, 0);
    }

    @Override
    public int best(SearchTree tree) {
        int certain = SearchTree.NONE;
        int open = SearchTree.NONE;
        for (int edge = tree.firstEdge(0); edge < tree.endEdge(0); edge++) {
            if (tree.isKnown(edge)) {
                certain = certain == SearchTree.NONE || tree.value(0, edge) > tree.value(0, certain) ? edge : certain;
            } else {
                open = open == SearchTree.NONE || tree.visits(edge) > tree.visits(open) ? edge : open;
            }
        }
        if (certain == SearchTree.NONE || open == SearchTree.NONE) {
            return Math.max(certain, open);
        }
        // The mean of a move without a visit is no number, and never greater.
        return tree.value(0, open) > tree.value(0, certain) ? open : certain;
    }

    @Override
    public double[] policy(SearchTree tree) {
        int first = tree.firstEdge(0);
        double[] logits = new double[tree.endEdge(0) - first];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = StrictMath.log(tree.visits(first + i)) / temperature;
        }
        boolean none = Arrays.stream(logits).allMatch(Double::isInfinite);
        if (none) {
            Arrays.fill(logits, 0);
        }
        return CompletedValues.softmax(logits);
    }
}
