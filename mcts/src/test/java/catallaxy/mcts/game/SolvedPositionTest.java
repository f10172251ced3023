package catallaxy.mcts.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.mcts.Position;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Solved positions, as records and as rows of a table. */
final class SolvedPositionTest {
    private static final ConnectFourSolver SOLVER = new ConnectFourSolver(16);
    private static final int FULL = ConnectFourSolver.FULL;

    @Test
    void aMistakeIsAWorseOutcomeAndNothingElse() {
        SolvedPosition won = position(2, 1, 0, -1, -2, 2, 1);
        assertThat(mistakes(won)).containsExactly(2, 3, 4);
        assertThat(mistakes(position(0, -1, 0, 0, 0, 0, -18))).containsExactly(1, 6);
        SolvedPosition lost = position(-1, -18, -2, -3, -1, -1, -1);
        assertThat(mistakes(lost)).isEmpty();
        assertThat(won.hasMistake()).isTrue();
        assertThat(lost.hasMistake()).isFalse();
    }

    @Test
    void aFullColumnIsAMistakeEvenInALostPosition() {
        SolvedPosition lost = new SolvedPosition("", "121212", List.of(-1, -1, -1, -1, -1, -1, -1));
        assertThat(lost.isMistake(0)).isFalse();
        SolvedPosition full = new SolvedPosition("", "1111112", List.of(FULL, -1, -1, -1, -1, -1, -1));
        assertThat(full.isMistake(0)).isTrue();
        assertThat(full.hasMistake()).isFalse();
    }

    /** Plays on with best moves, and counts. */
    @Test
    void pliesLeftAreThoseOfBestPlay() {
        RandomStream luck = RandomStream.of(5, "plies");
        for (int game = 0; game < 40; game++) {
            String moves = random(luck, 30 + game % 8);
            if (!moves.isEmpty()) {
                assertThat(SolvedPosition.of("", moves, SOLVER).pliesLeft())
                        .as(moves)
                        .isEqualTo(played(moves));
            }
        }
    }

    private static int played(String moves) {
        String all = moves;
        while (ConnectFour.after(all).turn() != Position.OVER) {
            SolvedPosition now = SolvedPosition.of("", all, SOLVER);
            all += now.scores().indexOf(now.score()) + 1;
        }
        return all.length() - moves.length();
    }

    @Test
    void rowsAreReadAsTheyWereWritten() throws PositionRow.MalformedException {
        RandomStream luck = RandomStream.of(6, "rows");
        for (int game = 0; game < 30; game++) {
            String moves = random(luck, 31);
            if (!moves.isEmpty()) {
                SolvedPosition solved = SolvedPosition.of("some", moves, SOLVER);
                PositionRow row = PositionRow.of(solved);
                assertThat(row.solved(SOLVER)).isEqualTo(solved);
                assertThat(new PositionRow("some", moves, "", "").solved(SOLVER))
                        .isEqualTo(solved);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    449 | '' | '' | moves | found '9' as number 3
                    4444444 | '' | '' | moves | number 7 of 4444444
                    1212121 | '' | '' | moves | expected a game that goes on
                    4455 | x | 18;1;1;1;1;1;18 | score | expected a whole number from -21 to 21, found x
                    4455 | 17 | 18;1;1;1;1;1;18 | score | expected 18, the best of the analysis, found 17
                    4455 | 18 | 18;1;1 | analysis | expected 7 scores with semicolons between them, found 3
                    4455 | 18 | 18;;1;1;1;1;18 | analysis | expected a score for column 2
                    444444 | 18 | 18;1;1;1;1;1;18 | analysis | expected none for the full column 4
                    4455 | 18 | 18;1;1;99;1;1;18 | analysis | found 99
                    """)
    void malformedCellsAreNamed(String moves, String score, String analysis, String column, String message) {
        assertThatThrownBy(() -> new PositionRow("", moves, score, analysis).solved(SOLVER))
                .isInstanceOf(PositionRow.MalformedException.class)
                .hasMessageContaining(message)
                .extracting(malformed -> ((PositionRow.MalformedException) malformed).column())
                .isEqualTo(column);
    }

    @Test
    void scoresThatDoNotFitTheBoardAreRefused() {
        assertThatThrownBy(() -> new SolvedPosition("", "44", List.of(1, 2))).hasMessageContaining("found [1, 2]");
        assertThatThrownBy(() -> new SolvedPosition("", "1212121", List.of(1, 1, 1, 1, 1, 1, 1)))
                .hasMessageContaining("a game that is over");
    }

    private static SolvedPosition position(Integer... scores) {
        return new SolvedPosition("", "4455", List.of(scores));
    }

    private static List<Integer> mistakes(SolvedPosition position) {
        List<Integer> mistakes = new ArrayList<>();
        for (int column = 0; column < ConnectFour.COLUMNS; column++) {
            if (position.isMistake(column)) {
                mistakes.add(column);
            }
        }
        return mistakes;
    }

    /** Random moves, so many; empty if the game ended before. */
    private static String random(RandomStream luck, int stones) {
        ConnectFour position = new ConnectFour();
        StringBuilder moves = new StringBuilder();
        while (position.turn() != Position.OVER && moves.length() < stones) {
            int column = position.draw(luck, new int[ConnectFour.COLUMNS]);
            moves.append(column + 1);
            position.play(column);
        }
        return position.turn() == Position.OVER ? "" : moves.toString();
    }
}
