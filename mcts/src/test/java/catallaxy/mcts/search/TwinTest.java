package catallaxy.mcts.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.mcts.Position;
import catallaxy.mcts.evaluation.Evaluator;
import catallaxy.mcts.evaluation.RandomPlayouts;
import catallaxy.mcts.game.ConnectFour;
import catallaxy.mcts.game.Pig;
import catallaxy.mcts.game.TicTacToe;
import catallaxy.mcts.search.RecursiveSearch.Edge;
import catallaxy.mcts.search.RecursiveSearch.Node;
import catallaxy.mcts.selection.MostVisited;
import catallaxy.mcts.selection.Puct;
import catallaxy.mcts.selection.QTransform;
import catallaxy.mcts.selection.UpperConfidence;
import catallaxy.mcts.tree.SearchTree;
import catallaxy.mcts.tree.SelectionRule;
import java.util.function.Supplier;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The flat search and the recursive one grow the same tree, visit for visit. */
final class TwinTest {
    private static final double EXPLORATION = 1.3;
    private static final Puct PUCT = new Puct(1.25, 500, 0.1, 0, QTransform.IDENTITY);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void playoutsGrowTheSameTree(long seed) {
        compare(new TicTacToe(), seed, 2_000);
        compare(ConnectFour.after("4435"), seed, 2_000);
        compare(new Pig(20), seed, 2_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void priorsGrowTheSameTree(long seed) {
        compare(new TicTacToe(), Opinions::new, PUCT, TwinTest::puct, 1, seed, 3_000);
        compare(ConnectFour.after("44"), Opinions::new, PUCT, TwinTest::puct, 1, seed, 3_000);
        compare(new Pig(30, 11, 4, 3), Opinions::new, PUCT, TwinTest::puct, 1, seed, 3_000);
        compare(new Errands(seed), Opinions::new, PUCT, TwinTest::puct, 1, seed, 3_000);
    }

    /** Where every estimate is exact, a position that was never looked beyond promises what the whole course through it earns. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void estimatesCountWhatWasEarnedOnTheWay(long seed) {
        Errands root = new Errands(seed);
        TreeSearch<Errands> search = new TreeSearch<>(
                SearchSettings.playouts().withExpandAt(1), Errands.knowing(), PUCT, MostVisited.by(PUCT), seed, root);
        search.search(root, Budget.simulations(500));
        assertThat(search.tree().estimate(0)).isEqualTo(root.best());
        assertThat(requireExact(search.tree(), 0, root)).isGreaterThan(50);
    }

    /** How many states there are below one. */
    private static int requireExact(SearchTree tree, int state, Errands position) {
        assertThat(tree.estimate(state)).isCloseTo(position.earned(0) + position.best(), within(1e-9));
        int states = 1;
        for (int edge = tree.firstEdge(state); edge < tree.endEdge(state); edge++) {
            if (tree.child(edge) >= 0) {
                Errands next = position.copy();
                next.play(tree.action(edge));
                states += requireExact(tree, tree.child(edge), next);
            }
        }
        return states;
    }

    private static <P extends Position<P>> void compare(P root, long seed, int simulations) {
        compare(
                root,
                () -> new RandomPlayouts<>(seed, 1, root),
                UpperConfidence.of(EXPLORATION),
                TwinTest::ucb,
                2,
                seed,
                simulations);
    }

    private static <P extends Position<P>> void compare(
            P root,
            Supplier<Evaluator<P>> evaluators,
            SelectionRule selection,
            ToDoubleBiFunction<Node, Edge> bound,
            int expandAt,
            long seed,
            int simulations) {
        TreeSearch<P> fast = new TreeSearch<>(
                SearchSettings.playouts().withExpandAt(expandAt),
                evaluators.get(),
                selection,
                MostVisited.by(selection),
                seed,
                root);
        fast.search(root, Budget.simulations(simulations));
        RecursiveSearch<P> slow = new RecursiveSearch<>(evaluators.get(), bound, expandAt, seed);
        Node node = slow.search(root, simulations);
        assertThat(fast.tree().states()).isEqualTo(slow.nodes()).isGreaterThan(100);
        assertSame(fast.tree(), 0, node);
    }

    private static void assertSame(SearchTree tree, int state, Node node) {
        assertThat(tree.turn(state)).isEqualTo(node.turn);
        assertThat(tree.entered(state)).isEqualTo(node.entered);
        assertThat(tree.endEdge(state) - tree.firstEdge(state)).isEqualTo(node.edges.size());
        for (int i = 0; i < node.edges.size(); i++) {
            Edge edge = node.edges.get(i);
            int flat = tree.firstEdge(state) + i;
            assertThat(tree.action(flat)).isEqualTo(edge.move);
            assertThat(tree.visits(flat)).isEqualTo(edge.visits);
            assertThat(tree.pending(flat)).isZero();
            if (edge.visits > 0) {
                assertThat(tree.value(state, flat)).isEqualTo(edge.sum / edge.visits);
            }
            assertThat(tree.child(flat) >= 0).isEqualTo(edge.child != null);
            if (edge.child != null) {
                assertSame(tree, tree.child(flat), edge.child);
            }
        }
    }

    private static double ucb(Node node, Edge edge) {
        return edge.visits == 0
                ? Double.POSITIVE_INFINITY
                : edge.sum / edge.visits
                        + EXPLORATION
                                * Math.sqrt(StrictMath.log(Math.max(1, node.entered)))
                                * (1 / Math.sqrt(edge.visits));
    }

    private static double puct(Node node, Edge edge) {
        double q = edge.visits == 0 ? node.estimate - PUCT.firstPlay() : edge.sum / edge.visits;
        double c = StrictMath.log1p((1 + node.entered) / PUCT.base()) + PUCT.initial();
        double rate = Math.max(c * Math.sqrt(node.entered), Double.MIN_NORMAL);
        return q + rate * (float) edge.prior / (1 + edge.visits);
    }
}
