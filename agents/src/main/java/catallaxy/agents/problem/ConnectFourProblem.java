package catallaxy.agents.problem;

import catallaxy.agents.game.ConnectFourGame;
import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.mcts.game.ConnectFour;

/** Connect Four against oneself: the first player wins if both play perfectly. */
public record ConnectFourProblem() implements ProblemSpec {
    /** The game on seven columns of six. */
    public static ConnectFourProblem standard() {
        return new ConnectFourProblem();
    }

    @Override
    public String problem() {
        return "connect-four";
    }

    @Override
    public VectorEnvironment environment(int worlds) {
        return new GameWorlds<>(new ConnectFourGame(), worlds, ConnectFour.FIELDS);
    }

    @Override
    public Referee referee() {
        return new ConnectFourReferee();
    }
}
