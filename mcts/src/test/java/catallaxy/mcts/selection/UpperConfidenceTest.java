package catallaxy.mcts.selection;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.mcts.tree.SearchTree;
import org.junit.jupiter.api.Test;

/** The rule of upper confidence bounds, and what it makes of moves whose worth is certain. */
final class UpperConfidenceTest {
    private static final UpperConfidence RULE = UpperConfidence.of(1);

    /** A state of one player with moves that were followed so often and brought so much each time. */
    private static SearchTree tree(boolean solving, int[] visits, double... means) {
        SearchTree tree = new SearchTree(1, false, solving);
        int state = tree.addState(0, 0);
        for (int i = 0; i < visits.length; i++) {
            int edge = tree.addEdge(state, i, 1.0 / visits.length);
            for (int visit = 0; visit < visits[i]; visit++) {
                tree.setOut(state, edge);
                tree.comeBack(edge, means[i]);
            }
        }
        return tree;
    }

    private static void prove(SearchTree tree, int edge, double worth) {
        tree.know(edge, new double[] {worth}, 0);
    }

    @Test
    void theHighestBoundIsFollowedAndMovesWithoutAVisitBefore() {
        assertThat(RULE.select(tree(false, new int[] {10, 10}, 0.2, 0.3), 0)).isEqualTo(1);
        assertThat(RULE.select(tree(false, new int[] {2, 40}, 0.2, 0.3), 0)).isZero();
        assertThat(RULE.select(tree(false, new int[] {2, 0}, 0.9, 0), 0)).isEqualTo(1);
    }

    @Test
    void plainAndSolvingTreesWithoutProofsAgree() {
        int[] visits = {7, 3, 12};
        assertThat(RULE.select(tree(true, visits, -0.1, 0, 0.4), 0))
                .isEqualTo(RULE.select(tree(false, visits, -0.1, 0, 0.4), 0));
    }

    @Test
    void aCertainMoveIsFollowedAsOftenAsTheLeastFollowedOfTheOthersAtMost() {
        SearchTree few = tree(true, new int[] {4, 4, 40}, 0.5, -0.9, 0.1);
        prove(few, 0, 0.5);
        assertThat(RULE.select(few, 0)).as("as often as the least").isZero();
        SearchTree enough = tree(true, new int[] {5, 4, 40}, 0.5, -0.9, 0.1);
        prove(enough, 0, 0.5);
        assertThat(RULE.select(enough, 0)).as("five times").isNotZero();
    }

    /** Where it is worth little, its own bound keeps it back. */
    @Test
    void aCertainLossIsFollowedRarely() {
        SearchTree tree = tree(true, new int[] {3, 30, 40}, -1, 0.5, 0.6);
        prove(tree, 0, -1);
        assertThat(RULE.select(tree, 0)).isNotZero();
        SearchTree late = tree(true, new int[] {1, 3_000, 3_000}, -1, 0.5, 0.6);
        prove(late, 0, -1);
        assertThat(RULE.select(late, 0)).isZero();
    }
}
