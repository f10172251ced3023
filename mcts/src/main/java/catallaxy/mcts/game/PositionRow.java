package catallaxy.mcts.game;

import catallaxy.mcts.Position;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A solved position of Connect Four as text, the row of a table whose columns are the components.
 *
 * @param set      the class that it is counted in; may be empty
 * @param moves    columns 1 to 7 in order of play
 * @param score    to who is to move; may be empty
 * @param analysis the score of each of the seven columns, with semicolons between them, empty where the column is full; empty
 *                 as a whole where it is to be solved
 */
public record PositionRow(String set, String moves, String score, String analysis) {
    private static final int LOWEST = -ConnectFour.FIELDS / 2;
    private static final int HIGHEST = ConnectFour.FIELDS / 2;

    /** A cell that is not what its column holds. */
    public static final class MalformedException extends Exception {
        @Serial
        private static final long serialVersionUID = 1L;

        private final String column;

        MalformedException(String column, String message) {
            super(message);
            this.column = column;
        }

        /** Name of the column. */
        public String column() {
            return column;
        }
    }

    /** The row of a position. */
    public static PositionRow of(SolvedPosition position) {
        String analysis = position.scores().stream()
                .map(score -> score == ConnectFourSolver.FULL ? "" : score.toString())
                .collect(Collectors.joining(";"));
        return new PositionRow(position.set(), position.moves(), Integer.toString(position.score()), analysis);
    }

    /**
     * The position that it says.
     *
     * @param solver of those without an analysis
     * @throws MalformedException naming the column, what was found and what was expected
     */
    public SolvedPosition solved(ConnectFourSolver solver) throws MalformedException {
        ConnectFour position = position();
        SolvedPosition found = analysis.isEmpty()
                ? SolvedPosition.of(set, moves, solver)
                : new SolvedPosition(set, moves, scores(position));
        if (!score.isEmpty() && number("score", score) != found.score()) {
            throw new MalformedException(
                    "score", "expected " + found.score() + ", the best of the analysis, found " + score);
        }
        return found;
    }

    private ConnectFour position() throws MalformedException {
        try {
            ConnectFour position = ConnectFour.after(moves);
            if (position.turn() == Position.OVER) {
                throw new MalformedException("moves", "expected a game that goes on, found one that is over: " + moves);
            }
            return position;
        } catch (IllegalArgumentException illegal) {
            String message = String.valueOf(illegal.getMessage());
            throw new MalformedException("moves", message.substring(message.indexOf(": ") + 2));
        }
    }

    private List<Integer> scores(ConnectFour position) throws MalformedException {
        String[] cells = analysis.split(";", -1);
        if (cells.length != ConnectFour.COLUMNS) {
            throw new MalformedException(
                    "analysis",
                    "expected " + ConnectFour.COLUMNS + " scores with semicolons between them, found " + cells.length
                            + ": " + analysis);
        }
        List<Integer> scores = new ArrayList<>();
        for (int column = 0; column < cells.length; column++) {
            String cell = cells[column].strip();
            if (position.isFree(column) == cell.isEmpty()) {
                String expected = cell.isEmpty() ? "a score for column " : "none for the full column ";
                throw new MalformedException(
                        "analysis", "expected " + expected + (column + 1) + " after " + moves + ", found " + analysis);
            }
            scores.add(cell.isEmpty() ? ConnectFourSolver.FULL : number("analysis", cell));
        }
        return scores;
    }

    private static int number(String column, String cell) throws MalformedException {
        try {
            int score = Integer.parseInt(cell.strip());
            if (score >= LOWEST && score <= HIGHEST) {
                return score;
            }
        } catch (NumberFormatException _) {
            // Said below, together with numbers that are no scores.
        }
        throw new MalformedException(
                column, "expected a whole number from " + LOWEST + " to " + HIGHEST + ", found " + cell);
    }
}
