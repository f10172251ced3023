package catallaxy.scenarios.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.mcts.game.SolvedPosition;
import catallaxy.scenarios.ExitCode;
import catallaxy.scenarios.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PositionFileTest {
    /** A late position, so that solving it costs nothing. */
    private static final String LATE = "13671271225615171563276466274";

    private static final String ANALYSIS = "-4;-3;11;4;0;-2;-5";

    @TempDir
    Path folder;

    private List<SolvedPosition> read(String text) throws IOException {
        Path file = folder.resolve("positions.csv");
        Files.writeString(file, text);
        return PositionFile.read(file);
    }

    @Test
    void columnsAreFoundByTheirNamesInAnyOrder() throws IOException {
        SolvedPosition expected = new SolvedPosition("easy", "32164625", List.of(-4, -3, 11, 4, 0, -2, -5));
        assertThat(read("set,moves,score,analysis\neasy,32164625,11," + ANALYSIS + "\n"))
                .containsExactly(expected);
        assertThat(read("\uFEFFanalysis,comment,moves,set\r\n" + ANALYSIS + ",\"a, b\",32164625,easy"))
                .containsExactly(expected);
    }

    @Test
    void positionsWithoutAnAnalysisAreSolved() throws IOException {
        SolvedPosition solved = read("moves\n" + LATE + "\n").getFirst();
        assertThat(solved.set()).isEqualTo("all");
        String analysis = String.join(
                ";",
                solved.scores().stream()
                        .map(score -> score == Integer.MIN_VALUE ? "" : score.toString())
                        .toList());
        assertThat(read("moves,score,analysis\n" + LATE + "," + solved.score() + "," + analysis))
                .containsExactly(solved);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    set,move/a,44/ | line 1: expected a column moves, found set,move; did you mean move?
                    moves,score/44,1,2/ | line 2: expected 2 fields as in the header, found 3
                    set,moves,score,analysis/a,32164625,11,-4;-3;11;4;0;-2;-5/b,48,1,/ | line 3, column moves: found '8' as number 2
                    set,moves,score,analysis/a,32164625,12,-4;-3;11;4;0;-2;-5/ | line 2, column score: expected 11
                    moves,analysis/32164625,-4;-3/ | line 2, column analysis: expected 7 scores
                    moves/ | expected a line of columns, set,moves,score,analysis, and at least one position below it
                    """)
    void mistakesAreSaidWithFileLineAndColumn(String lines, String message) {
        assertThatThrownBy(() -> read(lines.replace('/', '\n')))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessageContaining("positions.csv: ")
                .hasMessageContaining(message);
    }

    @Test
    void anAbsentFileIsSaid() {
        assertThatThrownBy(() -> PositionFile.read(folder.resolve("none.csv")))
                .hasMessageContaining("none.csv: no such file or folder");
    }
}
