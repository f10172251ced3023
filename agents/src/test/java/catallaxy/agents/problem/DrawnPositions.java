package catallaxy.agents.problem;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.mcts.Position;
import catallaxy.mcts.game.ConnectFour;
import catallaxy.mcts.game.ConnectFourSolver;
import catallaxy.mcts.game.PositionRow;
import catallaxy.mcts.game.SolvedPosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Draws the solved positions of Connect Four again: random games up to a random number of stones, of which those are kept that are of
 * the class, can be played wrongly, and are no position or mirrored position that was kept before.
 */
final class DrawnPositions {
    static final int OF_EACH_CLASS = 30;
    private static final long SEED = 1;

    private DrawnPositions() {}

    /**
     * Writes all classes.
     *
     * @param arguments the file to write
     */
    public static void main(String[] arguments) throws IOException {
        List<String> lines = new ArrayList<>(List.of("set,moves,score,analysis"));
        for (PositionClass wanted : PositionClass.values()) {
            of(wanted, OF_EACH_CLASS).forEach(position -> lines.add(line(position)));
        }
        Files.write(Path.of(arguments[0]), lines);
    }

    static String line(SolvedPosition position) {
        PositionRow row = PositionRow.of(position);
        return String.join(",", row.set(), row.moves(), row.score(), row.analysis());
    }

    /** The first {@code count} of a class. */
    static List<SolvedPosition> of(PositionClass wanted, int count) {
        RandomStream luck = RandomStream.of(SEED, "connect-four/" + wanted.set());
        ConnectFourSolver solver = new ConnectFourSolver();
        Set<Long> seen = new HashSet<>();
        List<SolvedPosition> kept = new ArrayList<>();
        while (kept.size() < count) {
            String moves = moves(wanted, luck);
            if (moves.isEmpty() || seen.contains(key(moves))) {
                continue;
            }
            SolvedPosition position = SolvedPosition.of(wanted.set(), moves, solver);
            if (position.hasMistake()
                    && PositionClass.of(position).filter(wanted::equals).isPresent()) {
                seen.add(key(moves));
                kept.add(position);
            }
        }
        return kept;
    }

    /** Random moves to a random number of stones; empty if the game ended before. */
    private static String moves(PositionClass wanted, RandomStream luck) {
        int stones = wanted.leastStones()
                + luck.nextInt(Math.min(wanted.mostStones(), ConnectFour.FIELDS - 1) - wanted.leastStones() + 1);
        ConnectFour position = new ConnectFour();
        StringBuilder moves = new StringBuilder();
        int[] scratch = new int[ConnectFour.COLUMNS];
        while (position.turn() != Position.OVER && moves.length() < stones) {
            int column = position.draw(luck, scratch);
            moves.append(column + 1);
            position.play(column);
        }
        return position.turn() == Position.OVER ? "" : moves.toString();
    }

    private static long key(String moves) {
        ConnectFour position = ConnectFour.after(moves);
        return Math.min(position.key(), position.mirrored().key());
    }
}
