package catallaxy.agents.problem;

import catallaxy.agents.game.PigGame;
import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.environment.base.check.Checks;

/**
 * The dice game Pig against oneself: Neller and Presser 2004, "Optimal play of the dice game Pig".
 *
 * @param goal the score that wins; 100 in the common game
 */
public record PigProblem(int goal) implements ProblemSpec {
    private static final int MOST_MOVES = 100000;

    public PigProblem {
        Checks.inRange("goal", goal, 2, 1_000);
    }

    /** To a hundred. */
    public static PigProblem standard() {
        return new PigProblem(100);
    }

    @Override
    public String problem() {
        return "pig";
    }

    @Override
    public VectorEnvironment environment(int worlds) {
        return new GameWorlds<>(new PigGame(goal), worlds, MOST_MOVES);
    }

    @Override
    public Referee referee() {
        return new PigReferee(goal);
    }
}
