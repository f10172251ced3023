package catallaxy.agents.problem;

import catallaxy.agents.game.PigGame;
import catallaxy.agents.learning.BatchPolicy;
import catallaxy.mcts.game.Pig;
import catallaxy.mcts.game.PigSolution;
import java.util.ArrayList;
import java.util.List;

/** The probability with which a policy wins Pig against the best play, in both seats equally, against the half that the best wins. */
final class PigReferee implements Referee {
    private final int goal;
    private final PigSolution solution;

    PigReferee(int goal) {
        this.goal = goal;
        solution = PigSolution.of(goal);
    }

    @Override
    public String name() {
        return "probability of winning against the best play, mean of both seats, by value iteration";
    }

    @Override
    public double optimum() {
        return 0.5;
    }

    @Override
    public double attained(BatchPolicy policy, double meanReturn) {
        List<Pig> positions = new ArrayList<>();
        for (int own = 0; own < goal; own++) {
            for (int other = 0; other < goal; other++) {
                for (int total = 2; own + total < goal; total++) {
                    positions.add(new Pig(goal, own, other, total));
                }
            }
        }
        int[] moves = GameReferee.moves(new PigGame(goal), positions, policy);
        boolean[][][] rolls = new boolean[goal][goal][goal];
        for (int i = 0; i < moves.length; i++) {
            Pig pig = positions.get(i);
            rolls[pig.banked(0)][pig.banked(1)][pig.turnTotal()] = moves[i] == Pig.ROLL;
        }
        return solution.againstBest(pig -> pig.turnTotal() < 2 || rolls[pig.banked(0)][pig.banked(1)][pig.turnTotal()]);
    }
}
