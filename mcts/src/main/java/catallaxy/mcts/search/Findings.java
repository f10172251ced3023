package catallaxy.mcts.search;

import catallaxy.mcts.search.SearchResult.MoveFigures;
import catallaxy.mcts.tree.RootRule;
import catallaxy.mcts.tree.SearchTree;
import java.util.ArrayList;
import java.util.List;

/** Reads the answer of a search off its tree. */
final class Findings {
    private Findings() {}

    static SearchResult of(Simulations<?> descent, RootRule rule, int simulations) {
        SearchTree tree = descent.tree();
        double[] policy = rule.policy(tree);
        List<MoveFigures> moves = new ArrayList<>();
        double sum = 0;
        int visits = 0;
        int first = tree.firstEdge(0);
        for (int edge = first; edge < tree.endEdge(0); edge++) {
            double value = tree.value(0, edge);
            moves.add(new MoveFigures(
                    tree.action(edge), tree.prior(edge), policy[edge - first], tree.visits(edge), value));
            if (tree.visits(edge) > 0) {
                sum += tree.visits(edge) * value;
                visits += tree.visits(edge);
            }
        }
        int best = rule.best(tree);
        double value = visits > 0 ? sum / visits : tree.estimate(0);
        return new SearchResult(
                tree.action(best),
                moves,
                descent.isSolved() ? tree.value(0, best) : value,
                descent.isSolved(),
                simulations,
                tree.states(),
                descent.deepest());
    }
}
