package catallaxy.agents.problem;

import catallaxy.agents.game.TicTacToeGame;
import catallaxy.agents.learning.BatchPolicy;
import catallaxy.mcts.Position;
import catallaxy.mcts.game.TicTacToe;
import catallaxy.mcts.game.TicTacToeSolution;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plays a policy from every position of tic-tac-toe against everything that can be played against it. */
final class TicTacToeReferee implements Referee {
    private final TicTacToeSolution solution = TicTacToeSolution.compute();

    @Override
    public String name() {
        return "share of reachable positions from which perfect play never beats it";
    }

    @Override
    public double optimum() {
        return 1;
    }

    @Override
    public double attained(BatchPolicy policy, double meanReturn) {
        Map<Long, Integer> moves = moves(policy);
        return solution.keeps(position -> moves.getOrDefault(position.key(), 0));
    }

    @Override
    public Map<String, Double> figures(BatchPolicy policy) {
        Map<Long, Integer> moves = moves(policy);
        int mistakes = 0;
        for (TicTacToe position : open()) {
            TicTacToe next = position.copy();
            next.play(moves.getOrDefault(position.key(), 0));
            mistakes += -solution.value(next) < solution.value(position) ? 1 : 0;
        }
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("positions", (double) moves.size());
        figures.put("mistakes", (double) mistakes);
        return figures;
    }

    private Map<Long, Integer> moves(BatchPolicy policy) {
        List<TicTacToe> positions = open();
        int[] moves = GameReferee.moves(new TicTacToeGame(), positions, policy);
        Map<Long, Integer> byKey = new HashMap<>();
        for (int i = 0; i < moves.length; i++) {
            byKey.put(positions.get(i).key(), moves[i]);
        }
        return byKey;
    }

    private List<TicTacToe> open() {
        return solution.reachable().stream()
                .filter(position -> position.turn() != Position.OVER)
                .toList();
    }
}
