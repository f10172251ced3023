package catallaxy.agents.game;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.agents.learning.Game;
import catallaxy.mcts.game.TicTacToe;
import org.junit.jupiter.api.Test;

final class TicTacToeGameTest extends GameKit<TicTacToe> {
    @Override
    Game<TicTacToe> game() {
        return new TicTacToeGame();
    }

    @Test
    void symmetriesAreAllOfTheBoards() {
        assertThat(game().symmetries()).hasSize(7);
    }
}
