package catallaxy.mcts.search;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.mcts.Position;
import catallaxy.mcts.evaluation.RandomPlayouts;
import catallaxy.mcts.game.ConnectFour;
import catallaxy.mcts.game.ConnectFourSolver;
import catallaxy.mcts.game.TicTacToe;
import catallaxy.mcts.game.TicTacToeSolution;
import catallaxy.mcts.selection.MostVisited;
import catallaxy.mcts.selection.UpperConfidence;
import org.junit.jupiter.api.Test;

/** What is proved is true, and positions met again are found again. */
final class ProofTest {
    private static final UpperConfidence UCB = UpperConfidence.of(1.4);
    private static final SearchSettings PROVING = SearchSettings.playouts().withSolve(true);

    @Test
    void everyTicTacToePositionIsProvedWithItsValue() {
        TicTacToeSolution solution = TicTacToeSolution.compute();
        for (TicTacToe position : solution.reachable()) {
            if (position.turn() != Position.OVER && Integer.bitCount(position.own() | position.other()) >= 3) {
                SearchResult result = search(position, PROVING, 20_000);
                assertThat(result.solved()).isTrue();
                assertThat(result.value()).isEqualTo(solution.value(position));
            }
        }
    }

    @Test
    void proofsOfConnectFourEndingsAreTheSolvers() {
        ConnectFour ending = ConnectFour.after("2252576253462244111563365343671351441");
        ConnectFourSolver solver = new ConnectFourSolver(14);
        SearchResult result = search(ending, PROVING, 50_000);
        assertThat(result.solved()).isTrue();
        assertThat(result.value()).isEqualTo(Integer.signum(solver.score(ending)));
        assertThat(Integer.signum(solver.analyse(ending)[result.best()])).isEqualTo((int) result.value());
    }

    /** A coin that is called right half of the time is worth a half for certain, once both sides were seen. */
    @Test
    void chanceIsProvedToBeWorthItsExpectation() {
        SearchResult result = search(new Guess(false, false), PROVING, 1_000);
        assertThat(result.solved()).isTrue();
        assertThat(result.value()).isEqualTo(0.6);
        assertThat(result.moves().get(Guess.GUESS).value()).isEqualTo(0.5);
    }

    @Test
    void provedSearchStopsBeforeItsBudget() {
        TicTacToe position = new TicTacToe();
        position.play(0);
        position.play(3);
        position.play(1);
        position.play(4);
        SearchResult result = search(position, PROVING, 1_000_000);
        assertThat(result.best()).isEqualTo(2);
        assertThat(result.value()).isEqualTo(1);
        assertThat(result.simulations()).isLessThan(100);
    }

    @Test
    void positionsMetAgainShareAState() {
        SearchResult tree = search(new TicTacToe(), SearchSettings.playouts(), 60_000);
        SearchResult graph = search(new TicTacToe(), SearchSettings.playouts().withTranspositions(true), 60_000);
        assertThat(graph.states()).isLessThan(5_478).isLessThan(tree.states() / 2);
        assertThat(graph.value()).isBetween(-0.1, 0.1);
        assertThat(graph.best()).isEqualTo(4);
    }

    @Test
    void provedGraphIsTrueToo() {
        SearchSettings settings = PROVING.withTranspositions(true);
        SearchResult result = search(new TicTacToe(), settings, 200_000);
        assertThat(result.solved()).isTrue();
        assertThat(result.value()).isZero();
        assertThat(result.simulations()).isLessThan(200_000);
    }

    private static <P extends Position<P>> SearchResult search(P root, SearchSettings settings, int simulations) {
        return new TreeSearch<>(settings, new RandomPlayouts<>(1, 1, root), UCB, MostVisited.by(UCB), 1, root)
                .search(root, Budget.simulations(simulations));
    }
}
