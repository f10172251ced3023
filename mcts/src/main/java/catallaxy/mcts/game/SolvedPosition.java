package catallaxy.mcts.game;

import catallaxy.mcts.Position;
import java.util.ArrayList;
import java.util.List;

/**
 * A position of Connect Four with the exact score of every move, for examinations of who plays it.
 *
 * @param set    the class that it is counted in
 * @param moves  columns 1 to 7 in order of play, as {@link ConnectFour#after} reads them; the game goes on after them
 * @param scores {@code [7]}: what each column's move is worth to who makes it, as {@link ConnectFourSolver} scores it;
 *               {@link ConnectFourSolver#FULL} where there is no room
 */
public record SolvedPosition(String set, String moves, List<Integer> scores) {
    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if nobody is to move, or there is not one score for each column that is free
     */
    public SolvedPosition {
        scores = List.copyOf(scores);
        ConnectFour position = ConnectFour.after(moves);
        if (position.turn() == Position.OVER) {
            throw new IllegalArgumentException("moves: found a game that is over, expected one that goes on: " + moves);
        }
        boolean fits = scores.size() == ConnectFour.COLUMNS;
        for (int column = 0; fits && column < ConnectFour.COLUMNS; column++) {
            fits = position.isFree(column) == (scores.get(column) != ConnectFourSolver.FULL);
        }
        if (!fits) {
            throw new IllegalArgumentException(
                    "scores: found " + scores + ", expected one for each of the " + ConnectFour.COLUMNS + " columns, "
                            + ConnectFourSolver.FULL + " where it is full, after " + moves);
        }
    }

    /** Solves the position after these moves, at which the game goes on. */
    public static SolvedPosition of(String set, String moves, ConnectFourSolver solver) {
        List<Integer> scores = new ArrayList<>();
        for (int score : solver.analyse(ConnectFour.after(moves))) {
            scores.add(score);
        }
        return new SolvedPosition(set, moves, scores);
    }

    /** The position itself. */
    public ConnectFour position() {
        return ConnectFour.after(moves);
    }

    /** The exact score to who is to move: the best move's. */
    public int score() {
        return scores.stream().mapToInt(Integer::intValue).max().orElseThrow();
    }

    /**
     * Whether a move makes the outcome worse: it throws away a win for a draw or a loss, or a draw for a loss. A slower win and a
     * faster loss are no mistakes, so that there are none in a lost position; a column that is full is one.
     */
    public boolean isMistake(int column) {
        int score = scores.get(column);
        return score == ConnectFourSolver.FULL || Integer.signum(score) < Integer.signum(score());
    }

    /** Whether there is a move that can be made and is a mistake. */
    public boolean hasMistake() {
        return scores.stream()
                .anyMatch(score -> score != ConnectFourSolver.FULL && Integer.signum(score) < Integer.signum(score()));
    }

    /**
     * The plies up to the end of the game when both play best, this one's move included: 1 for who wins at once, all free fields for a draw.
     */
    public int pliesLeft() {
        int played = moves.length();
        int score = score();
        if (score == 0) {
            return ConnectFour.FIELDS - played;
        }
        int winnersPly = score > 0 ? played : played + 1;
        int last = ConnectFour.FIELDS + 1 - 2 * Math.abs(score);
        return (((last - winnersPly) & 1) == 0 ? last : last - 1) + 1 - played;
    }
}
