package catallaxy.agents.problem;

import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.Game;
import catallaxy.mcts.Position;
import java.util.List;

/** Asks a policy what it plays at positions of a game, many at once. */
final class GameReferee {
    private GameReferee() {}

    /** The move that a policy plays at each position, at all of which a player is to move. */
    static <P extends Position<P>> int[] moves(Game<P> game, List<P> positions, BatchPolicy policy) {
        int features = game.observationSpec().size();
        int actions = game.actionSpec().maskSize();
        float[] rows = new float[positions.size() * features];
        boolean[] masks = new boolean[positions.size() * actions];
        int[] legal = new int[game.first().actionCount()];
        for (int i = 0; i < positions.size(); i++) {
            game.observe(positions.get(i), rows, i * features);
            int count = positions.get(i).moves(legal);
            for (int move = 0; move < count; move++) {
                masks[i * actions + legal[move]] = true;
            }
        }
        float[] chosen = new float[positions.size()];
        policy.act(rows, masks, positions.size(), chosen);
        int[] moves = new int[chosen.length];
        for (int i = 0; i < moves.length; i++) {
            moves[i] = (int) chosen[i];
        }
        return moves;
    }
}
