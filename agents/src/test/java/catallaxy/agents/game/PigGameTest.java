package catallaxy.agents.game;

import catallaxy.agents.learning.Game;
import catallaxy.mcts.game.Pig;

final class PigGameTest extends GameKit<Pig> {
    @Override
    Game<Pig> game() {
        return new PigGame(40);
    }
}
