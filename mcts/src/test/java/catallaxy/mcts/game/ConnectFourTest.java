package catallaxy.mcts.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.mcts.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Connect Four against a board of characters, and its solver against recorded positions and plain minimax. */
final class ConnectFourTest extends PositionKit<ConnectFour> {
    @Override
    ConnectFour first() {
        return new ConnectFour();
    }

    @Override
    double sum() {
        return 0;
    }

    @Test
    void winsAreWhatABoardOfCharactersSays() {
        RandomStream luck = RandomStream.of(3, "boards");
        for (int game = 0; game < 2_000; game++) {
            ConnectFour position = new ConnectFour();
            char[][] board = new char[ConnectFour.COLUMNS][ConnectFour.ROWS];
            int[] heights = new int[ConnectFour.COLUMNS];
            while (position.turn() != Position.OVER) {
                int column = position.draw(luck, new int[ConnectFour.COLUMNS]);
                char stone = position.turn() == 0 ? 'x' : 'o';
                board[column][heights[column]++] = stone;
                position.play(column);
                assertThat(position.isWon()).isEqualTo(hasFour(board, stone));
            }
        }
    }

    @Test
    void mirrorOfAMirrorIsThePosition() {
        ConnectFour position = ConnectFour.after("1123344");
        assertThat(position.mirrored().key()).isNotEqualTo(position.key());
        assertThat(position.mirrored().mirrored().key()).isEqualTo(position.key());
        assertThat(position.mirrored().key())
                .isEqualTo(ConnectFour.after("7765544").key());
    }

    @Test
    void aPositionAndItsMirrorImageHaveMirroredScores() {
        RandomStream luck = RandomStream.of(12, "mirrors");
        for (int game = 0; game < 20; game++) {
            ConnectFour position = new ConnectFour();
            while (position.turn() != Position.OVER && position.stones() < 26 + game % 10) {
                position.play(position.draw(luck, new int[ConnectFour.COLUMNS]));
            }
            if (position.turn() != Position.OVER) {
                int[] mirrored = new ConnectFourSolver(14).analyse(position.mirrored());
                int[] scores = new ConnectFourSolver(16).analyse(position);
                for (int column = 0; column < ConnectFour.COLUMNS; column++) {
                    assertThat(scores[column]).isEqualTo(mirrored[ConnectFour.COLUMNS - 1 - column]);
                }
            }
        }
    }

    @Test
    void wrongMovesAreRefused() {
        assertThatThrownBy(() -> ConnectFour.after("8")).hasMessageContaining("found '8' as number 1");
        assertThatThrownBy(() -> ConnectFour.after("1111111")).hasMessageContaining("number 7");
        assertThatThrownBy(() -> ConnectFour.after("12121212")).hasMessageContaining("number 8");
    }

    @Test
    void solverAgreesWithMinimaxNearTheEnd() {
        RandomStream luck = RandomStream.of(11, "endings");
        ConnectFourSolver solver = new ConnectFourSolver(16);
        for (int game = 0; game < 60; game++) {
            ConnectFour position = new ConnectFour();
            while (position.turn() != Position.OVER && position.stones() < 33) {
                position.play(position.draw(luck, new int[ConnectFour.COLUMNS]));
            }
            if (position.turn() != Position.OVER) {
                assertThat(solver.score(position)).isEqualTo(minimax(position));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"easy_end, 150", "easy_middle, 150", "easy_begin, 2", "medium_end, 5"})
    void solverAgreesWithRecordedPositions(String set, int first) throws IOException {
        assertSolved(recorded(set).subList(0, first));
    }

    /** Score and analysis of each; hours of a processor for the last set, minutes for the others. */
    @ParameterizedTest
    @ValueSource(strings = {"easy_end", "easy_middle", "easy_begin", "medium_end", "medium_middle", "hard_begin"})
    @Tag("long")
    void solverAgreesWithEveryRecordedPosition(String set) throws IOException {
        assertSolved(recorded(set));
    }

    private static void assertSolved(List<String> rows) {
        ConnectFourSolver solver = new ConnectFourSolver();
        for (String row : rows) {
            String[] fields = row.split(",", -1);
            ConnectFour position = ConnectFour.after(fields[1]);
            assertThat(solver.score(position)).as(row).isEqualTo(Integer.parseInt(fields[2]));
            int[] moves = Arrays.stream(fields[3].split(";", -1))
                    .mapToInt(score -> score.isEmpty() ? ConnectFourSolver.FULL : Integer.parseInt(score))
                    .toArray();
            assertThat(solver.analyse(position)).as(row).isEqualTo(moves);
        }
    }

    private static List<String> recorded(String set) throws IOException {
        Path root = Path.of(System.getProperty("catallaxy.root", ".."));
        Path file = root.resolve("../shared/data/games/connect4_positions.csv");
        assumeTrue(Files.isRegularFile(file), "no recorded positions at " + file);
        return Files.readAllLines(file).stream()
                .filter(row -> row.startsWith(set + ","))
                .toList();
    }

    private static int minimax(ConnectFour position) {
        if (position.turn() == Position.OVER) {
            return position.isWon() ? -(ConnectFour.FIELDS + 2 - position.stones()) / 2 : 0;
        }
        int best = Integer.MIN_VALUE;
        for (int column = 0; column < ConnectFour.COLUMNS; column++) {
            if (position.isFree(column)) {
                ConnectFour next = position.copy();
                next.play(column);
                best = Math.max(best, -minimax(next));
            }
        }
        return best;
    }

    private static boolean hasFour(char[][] board, char stone) {
        int[][] steps = {{1, 0}, {0, 1}, {1, 1}, {1, -1}};
        for (int column = 0; column < ConnectFour.COLUMNS; column++) {
            for (int row = 0; row < ConnectFour.ROWS; row++) {
                for (int[] step : steps) {
                    int length = 0;
                    while (length < 4 && at(board, column + length * step[0], row + length * step[1]) == stone) {
                        length++;
                    }
                    if (length == 4) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static char at(char[][] board, int column, int row) {
        return column < 0 || column >= ConnectFour.COLUMNS || row < 0 || row >= ConnectFour.ROWS
                ? ' '
                : board[column][row];
    }
}
