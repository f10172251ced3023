package catallaxy.agents.game;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.agents.learning.Game;
import catallaxy.mcts.game.ConnectFour;
import org.junit.jupiter.api.Test;

final class ConnectFourGameTest extends GameKit<ConnectFour> {
    @Override
    Game<ConnectFour> game() {
        return new ConnectFourGame();
    }

    @Test
    void symmetriesAreAllOfTheBoards() {
        assertThat(game().symmetries()).hasSize(1);
    }
}
