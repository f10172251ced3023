package catallaxy.agents.problem;

import catallaxy.mcts.game.ConnectFourSolver;
import catallaxy.mcts.game.PositionRow;
import catallaxy.mcts.game.SolvedPosition;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The solved positions of Connect Four that players are examined in: 30 for each class of {@link PositionClass}, drawn from games of
 * random moves. A table of {@link PositionRow}s with a line of their names above them.
 */
final class SolvedPositions {
    private static final String RESOURCE = "connect-four-positions.csv";

    private SolvedPositions() {}

    /** All of them, class by class. */
    static List<SolvedPosition> read() {
        InputStream resource =
                Objects.requireNonNull(SolvedPositions.class.getResourceAsStream(RESOURCE), "no resource " + RESOURCE);
        ConnectFourSolver solver = new ConnectFourSolver(10);
        List<SolvedPosition> positions = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            for (String line : lines.lines().skip(1).toList()) {
                String[] cells = line.split(",", -1);
                positions.add(new PositionRow(cells[0], cells[1], cells[2], cells[3]).solved(solver));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (PositionRow.MalformedException malformed) {
            throw new IllegalStateException(
                    RESOURCE + ": " + malformed.column() + ": " + malformed.getMessage(), malformed);
        }
        return positions;
    }
}
