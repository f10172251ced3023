package catallaxy.agents.problem;

import catallaxy.agents.learning.BatchPolicy;
import catallaxy.mcts.game.SolvedPosition;
import java.util.List;
import java.util.Map;

/** Lets a policy play one move at each of 180 solved positions of Connect Four, and counts those that keep the outcome. */
final class ConnectFourReferee implements Referee {
    private final List<SolvedPosition> positions = SolvedPositions.read();

    @Override
    public String name() {
        return "share of " + positions.size() + " solved positions in which its move keeps the outcome";
    }

    @Override
    public double optimum() {
        return 1;
    }

    @Override
    public double attained(BatchPolicy policy, double meanReturn) {
        return 1 - Mistakes.of(positions, policy).all().rate();
    }

    @Override
    public Map<String, Double> mistakes(BatchPolicy policy) {
        return Mistakes.of(positions, policy).rates();
    }
}
