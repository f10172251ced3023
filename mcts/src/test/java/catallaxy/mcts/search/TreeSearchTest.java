package catallaxy.mcts.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.mcts.evaluation.Evaluator;
import catallaxy.mcts.evaluation.RandomPlayouts;
import catallaxy.mcts.game.ConnectFour;
import catallaxy.mcts.game.Pig;
import catallaxy.mcts.game.TicTacToe;
import catallaxy.mcts.selection.CompletedValues;
import catallaxy.mcts.selection.GumbelInside;
import catallaxy.mcts.selection.GumbelRoot;
import catallaxy.mcts.selection.MostVisited;
import catallaxy.mcts.selection.Puct;
import catallaxy.mcts.selection.UpperConfidence;
import catallaxy.mcts.tree.SearchTree;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What holds of every search, whatever it searches. */
final class TreeSearchTest {
    private static final UpperConfidence UCB = UpperConfidence.of(1.4);

    @Test
    void sameSeedSameTree() {
        assertThat(outline(playouts(3))).isEqualTo(outline(playouts(3))).isNotEqualTo(outline(playouts(4)));
    }

    @Test
    void goldenTrees() {
        assertThat(outline(playouts(1))).isEqualTo("4, 149 states, 2a3cae3f254867ce");
        assertThat(outline(network(1))).isEqualTo("1, 601 states, 629f73a3869be7d1");
        assertThat(outline(gumbel(1))).isEqualTo("1, 589 states, bc351cf031d01a69");
    }

    @Test
    void threadsDoNotChangeTheTree() {
        try (ExecutorService executor = Executors.newFixedThreadPool(3)) {
            String one = shared(1, executor);
            assertThat(shared(2, executor)).isEqualTo(one);
            assertThat(shared(3, executor)).isEqualTo(one);
        }
    }

    @Test
    void failingEvaluatorIsToldOf() {
        try (ExecutorService executor = Executors.newFixedThreadPool(1)) {
            Evaluator<TicTacToe> fails = (leaves, numbers, from, to, into) -> {
                throw new ArithmeticException("planted");
            };
            SharedOut<TicTacToe> shared = new SharedOut<>(List.of(new Opinions<>(), fails), executor);
            TreeSearch<TicTacToe> search = new TreeSearch<>(
                    SearchSettings.network().withLeaves(4), shared, UCB, MostVisited.by(UCB), 1, new TicTacToe());
            assertThatThrownBy(() -> search.search(new TicTacToe(), Budget.simulations(50)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasRootCauseMessage("planted");
        }
    }

    @Test
    void manySearchesGrowTheTreesOfSingleOnes() {
        SearchSettings settings = SearchSettings.network().withLeaves(4);
        List<ConnectFour> roots = List.of(new ConnectFour(), ConnectFour.after("44"), ConnectFour.after("1234"));
        ManySearches<ConnectFour> many = new ManySearches<>(
                settings,
                new Opinions<>(),
                Puct.standard(),
                () -> MostVisited.by(Puct.standard()),
                3,
                7,
                roots.getFirst());
        List<SearchResult> together = many.search(roots, new long[3], 300);
        for (int slot = 0; slot < 3; slot++) {
            TreeSearch<ConnectFour> single = new TreeSearch<>(
                    settings, new Opinions<>(), Puct.standard(), MostVisited.by(Puct.standard()), 7, roots.getFirst());
            assertThat(together.get(slot)).isEqualTo(single.search(roots.get(slot), Budget.simulations(300)));
        }
    }

    @Test
    void batchesAreFilled() {
        Opinions<ConnectFour> opinions = new Opinions<>();
        TreeSearch<ConnectFour> search = new TreeSearch<>(
                SearchSettings.network().withLeaves(8),
                opinions,
                Puct.standard(),
                MostVisited.by(Puct.standard()),
                1,
                new ConnectFour());
        search.search(new ConnectFour(), Budget.simulations(1_600));
        assertThat((double) opinions.asked() / opinions.batches()).isGreaterThan(5);
    }

    @Test
    void nothingIsUnderWayAfterwards() {
        TreeSearch<ConnectFour> search = new TreeSearch<>(
                SearchSettings.network().withLeaves(8),
                new Opinions<>(),
                Puct.standard(),
                MostVisited.by(Puct.standard()),
                1,
                new ConnectFour());
        SearchResult result = search.search(new ConnectFour(), Budget.simulations(1_000));
        SearchTree tree = search.tree();
        for (int edge = 0; edge < tree.edges(); edge++) {
            assertThat(tree.pending(edge)).isZero();
        }
        assertThat(result.moves().stream()
                        .mapToInt(SearchResult.MoveFigures::visits)
                        .sum())
                .isEqualTo(1_000);
        assertThat(result.simulations()).isEqualTo(1_000);
    }

    @Test
    void visitsOfAStateAreThoseOfItsMoves() {
        TreeSearch<Pig> search = new TreeSearch<>(
                SearchSettings.playouts(),
                new RandomPlayouts<>(1, 2, new Pig(20)),
                UCB,
                MostVisited.by(UCB),
                1,
                new Pig(20));
        search.search(new Pig(20), Budget.simulations(3_000));
        SearchTree tree = search.tree();
        for (int state = 0; state < tree.states(); state++) {
            int sum = 0;
            for (int edge = tree.firstEdge(state); edge < tree.endEdge(state); edge++) {
                sum += tree.visits(edge);
            }
            assertThat(sum).isEqualTo(tree.entered(state));
        }
    }

    @Test
    void keptTreeHasWhatWasSeen() {
        TreeSearch<ConnectFour> search = playouts(5);
        search.search(new ConnectFour(), Budget.simulations(4_000));
        SearchResult before = search.search(new ConnectFour(), Budget.simulations(4_000));
        int seen = before.moves().stream()
                .filter(move -> move.move() == 3)
                .findFirst()
                .orElseThrow()
                .visits();
        assertThat(search.advance(3)).isTrue();
        assertThat(search.tree().entered(0)).isEqualTo(seen - 2);
        SearchResult after = search.search(ConnectFour.after("4"), Budget.simulations(10));
        // The visit that made the leaf and the one that made it a state had no move below.
        assertThat(after.moves().stream()
                        .mapToInt(SearchResult.MoveFigures::visits)
                        .sum())
                .isEqualTo(seen - 2 + 10);
        assertThat(search.advance(3, 3, 3, 3, 3, 0, 0, 0, 0, 0, 0)).isFalse();
    }

    @Test
    void fullTreeGoesOnWithoutGrowing() {
        TreeSearch<ConnectFour> search = new TreeSearch<>(
                SearchSettings.playouts().withStates(50),
                new RandomPlayouts<>(1, 1, new ConnectFour()),
                UCB,
                MostVisited.by(UCB),
                1,
                new ConnectFour());
        SearchResult result = search.search(new ConnectFour(), Budget.simulations(5_000));
        assertThat(result.states()).isEqualTo(50);
        assertThat(result.simulations()).isEqualTo(5_000);
    }

    @Test
    void timeEndsASearch() {
        long[] now = {0};
        Budget budget = Budget.time(1_000, 10, () -> now[0] += 10);
        SearchResult result = playouts(1).search(new ConnectFour(), budget);
        assertThat(result.simulations()).isBetween(90, 110);
    }

    @Test
    void onlyAPlayerIsAdvised() {
        Pig rolling = new Pig(20);
        rolling.play(Pig.ROLL);
        TreeSearch<Pig> search = new TreeSearch<>(
                SearchSettings.playouts(), new RandomPlayouts<>(1, 1, rolling), UCB, MostVisited.by(UCB), 1, rolling);
        assertThatThrownBy(() -> search.search(rolling, Budget.simulations(1))).hasMessageContaining("chance");
        assertThatThrownBy(() -> playouts(1).search(ConnectFour.after("1213141"), Budget.simulations(1)))
                .hasMessageContaining("nobody");
    }

    private static TreeSearch<ConnectFour> playouts(long seed) {
        ConnectFour like = new ConnectFour();
        return new TreeSearch<>(
                SearchSettings.playouts(), new RandomPlayouts<>(seed, 1, like), UCB, MostVisited.by(UCB), seed, like);
    }

    private static TreeSearch<ConnectFour> network(long seed) {
        return new TreeSearch<>(
                SearchSettings.network(),
                new Opinions<>(),
                Puct.standard(),
                new MostVisited(Puct.standard(), 1.5, 0.25, 1),
                seed,
                new ConnectFour());
    }

    private static TreeSearch<ConnectFour> gumbel(long seed) {
        CompletedValues values = CompletedValues.standard();
        return new TreeSearch<>(
                SearchSettings.network(),
                new Opinions<>(),
                new GumbelInside(values),
                new GumbelRoot(4, 1, values),
                seed,
                new ConnectFour());
    }

    private static String shared(int threads, ExecutorService executor) {
        List<Evaluator<ConnectFour>> evaluators = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            evaluators.add(new RandomPlayouts<>(1, 1, new ConnectFour()));
        }
        return outline(new TreeSearch<>(
                SearchSettings.playouts().withLeaves(12),
                new SharedOut<>(evaluators, executor),
                UCB,
                MostVisited.by(UCB),
                1,
                new ConnectFour()));
    }

    /** Every edge's move and visits in the order of the arrays, boiled down. */
    private static String outline(TreeSearch<ConnectFour> search) {
        SearchResult result = search.search(new ConnectFour(), Budget.simulations(600));
        SearchTree tree = search.tree();
        long hash = 17;
        for (int edge = 0; edge < tree.edges(); edge++) {
            hash = (hash * 31 + tree.action(edge)) * 31 + tree.visits(edge);
        }
        return result.best() + ", " + tree.states() + " states, " + Long.toHexString(hash);
    }
}
