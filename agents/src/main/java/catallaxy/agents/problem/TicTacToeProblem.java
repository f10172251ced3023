package catallaxy.agents.problem;

import catallaxy.agents.game.TicTacToeGame;
import catallaxy.agents.learning.VectorEnvironment;

/**
 * Tic-tac-toe against oneself: a draw if both play perfectly.
 */
public record TicTacToeProblem() implements ProblemSpec {
    private static final int MOST_MOVES = 9;

    /** The game, of which there is one. */
    public static TicTacToeProblem standard() {
        return new TicTacToeProblem();
    }

    @Override
    public String problem() {
        return "tic-tac-toe";
    }

    @Override
    public VectorEnvironment environment(int worlds) {
        return new GameWorlds<>(new TicTacToeGame(), worlds, MOST_MOVES);
    }

    @Override
    public Referee referee() {
        return new TicTacToeReferee();
    }
}
