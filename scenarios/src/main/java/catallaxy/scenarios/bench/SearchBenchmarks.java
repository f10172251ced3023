package catallaxy.scenarios.bench;

import catallaxy.mcts.Position;
import catallaxy.mcts.evaluation.RandomPlayouts;
import catallaxy.mcts.game.ConnectFour;
import catallaxy.mcts.game.TicTacToe;
import catallaxy.mcts.search.Budget;
import catallaxy.mcts.search.SearchSettings;
import catallaxy.mcts.search.TreeSearch;
import catallaxy.mcts.selection.MostVisited;
import catallaxy.mcts.selection.UpperConfidence;

/** The benchmarks of tree search: UCT with a random playout from each leaf, from the first position of a game. */
final class SearchBenchmarks {
    private static final double EXPLORATION = 2;
    private static final int SIMULATIONS = 500_000;

    static final Benchmark CONNECT_FOUR = search("mcts-connect-four", "Connect Four", new ConnectFour());
    static final Benchmark TIC_TAC_TOE = search("mcts-tic-tac-toe", "tic-tac-toe", new TicTacToe());

    private SearchBenchmarks() {}

    private static <P extends Position<P>> Benchmark search(String name, String game, P first) {
        return new Benchmark(
                name,
                "simulations of tree search with random playouts, c = 2, from the first position of " + game
                        + ", one core",
                FigureKind.OPERATIONS_PER_SECOND,
                "simulations/s",
                SIMULATIONS,
                () -> simulations -> searched(first, simulations));
    }

    /** Returns the number of states that the tree has, which is the same for the same simulations. */
    private static <P extends Position<P>> long searched(P first, int simulations) {
        UpperConfidence selection = UpperConfidence.of(EXPLORATION);
        TreeSearch<P> search = new TreeSearch<>(
                SearchSettings.playouts(),
                new RandomPlayouts<>(1, 1, first),
                selection,
                MostVisited.by(selection),
                1,
                first);
        return search.search(first, Budget.simulations(simulations)).states();
    }
}
