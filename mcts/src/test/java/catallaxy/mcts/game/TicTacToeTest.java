package catallaxy.mcts.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.mcts.Position;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tic-tac-toe and its solution. */
final class TicTacToeTest extends PositionKit<TicTacToe> {
    private static final TicTacToeSolution SOLUTION = TicTacToeSolution.compute();

    @Override
    TicTacToe first() {
        return new TicTacToe();
    }

    @Override
    double sum() {
        return 0;
    }

    @Test
    void everyLineWins() {
        int[][] lines = {{0, 1, 2}, {3, 4, 5}, {6, 7, 8}, {0, 3, 6}, {1, 4, 7}, {2, 5, 8}, {0, 4, 8}, {2, 4, 6}};
        for (int[] line : lines) {
            TicTacToe position = new TicTacToe();
            int[] others = IntStream.range(0, 9)
                    .filter(field -> field != line[0] && field != line[1] && field != line[2])
                    .toArray();
            position.play(line[0]);
            position.play(others[0]);
            position.play(line[1]);
            position.play(others[1]);
            assertThat(position.turn()).isZero();
            position.play(line[2]);
            assertThat(position.turn()).isEqualTo(Position.OVER);
            assertThat(position.earned(0)).isEqualTo(1);
            assertThat(position.earned(1)).isEqualTo(-1);
        }
    }

    @Test
    void isADrawAmongItsReachablePositions() {
        assertThat(SOLUTION.reachable()).hasSize(5_478);
        assertThat(SOLUTION.value(new TicTacToe())).isZero();
        TicTacToe fork = played(0, 1, 4);
        assertThat(SOLUTION.value(fork)).isEqualTo(-1);
    }

    @Test
    void perfectPlayKeepsEverywhereAndTheFirstFreeFieldDoesNot() {
        assertThat(SOLUTION.keeps(TicTacToeTest::perfect)).isEqualTo(1);
        assertThat(SOLUTION.keeps(TicTacToeTest::firstFree)).isBetween(0.1, 0.9);
    }

    @Test
    void unreachablePositionIsRefused() {
        TicTacToe position = new TicTacToe();
        position.play(0);
        position.play(0);
        assertThatThrownBy(() -> SOLUTION.value(position)).hasMessageContaining("no game reaches");
    }

    private static int perfect(TicTacToe position) {
        int[] moves = new int[TicTacToe.FIELDS];
        int count = position.moves(moves);
        int best = 0;
        for (int i = 1; i < count; i++) {
            best = after(position, moves[i]) < after(position, moves[best]) ? i : best;
        }
        return moves[best];
    }

    private static int after(TicTacToe position, int move) {
        TicTacToe next = position.copy();
        next.play(move);
        return SOLUTION.value(next);
    }

    private static int firstFree(TicTacToe position) {
        int[] moves = new int[TicTacToe.FIELDS];
        position.moves(moves);
        return moves[0];
    }

    private static TicTacToe played(int... fields) {
        TicTacToe position = new TicTacToe();
        for (int field : fields) {
            position.play(field);
        }
        return position;
    }
}
