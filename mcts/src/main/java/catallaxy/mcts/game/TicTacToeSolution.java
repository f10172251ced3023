package catallaxy.mcts.game;

import catallaxy.mcts.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** Tic-tac-toe solved: the value of every position that can be reached. Immutable. */
public final class TicTacToeSolution {
    /** By key; what a position is worth to who moves next. */
    private final Map<Long, Integer> values = new TreeMap<>();

    private final List<TicTacToe> reachable = new ArrayList<>();

    private TicTacToeSolution() {}

    /** Solves the game. */
    public static TicTacToeSolution compute() {
        TicTacToeSolution solution = new TicTacToeSolution();
        solution.visit(new TicTacToe());
        return solution;
    }

    /** The 5,478 positions that can be reached, those at which the game is over included. The list's positions must not be changed. */
    public List<TicTacToe> reachable() {
        return List.copyOf(reachable);
    }

    /**
     * What a position is worth to who moves next: 1, 0 or −1.
     *
     * @throws IllegalArgumentException if it cannot be reached
     */
    public int value(TicTacToe position) {
        Integer value = values.get(position.key());
        if (value == null) {
            throw new IllegalArgumentException("position: found one that no game reaches");
        }
        return value;
    }

    /**
     * Share of the reachable positions, those that are over left out, from which a player who always moves so gets what perfect
     * play gets, whatever is played against him.
     *
     * @param policy the move at a position
     */
    public double keeps(ToIntFunction<TicTacToe> policy) {
        Map<Long, Integer> worst = new TreeMap<>();
        int kept = 0;
        int asked = 0;
        for (TicTacToe position : reachable) {
            if (position.turn() != Position.OVER) {
                asked++;
                kept += worst(position, policy, worst) >= value(position) ? 1 : 0;
            }
        }
        return (double) kept / asked;
    }

    /** The least that a player with this policy gets from a position in which he is to move. */
    private static int worst(TicTacToe position, ToIntFunction<TicTacToe> policy, Map<Long, Integer> known) {
        Integer found = known.get(position.key());
        if (found != null) {
            return found;
        }
        TicTacToe next = position.copy();
        int mover = position.turn();
        next.play(policy.applyAsInt(position.copy()));
        int least = next.turn() == Position.OVER ? (int) next.earned(mover) : 1;
        if (next.turn() != Position.OVER) {
            int[] replies = new int[TicTacToe.FIELDS];
            int count = next.moves(replies);
            for (int i = 0; i < count; i++) {
                TicTacToe after = next.copy();
                after.play(replies[i]);
                least = Math.min(
                        least, after.turn() == Position.OVER ? (int) after.earned(mover) : worst(after, policy, known));
            }
        }
        known.put(position.key(), least);
        return least;
    }

    private int visit(TicTacToe position) {
        Integer known = values.get(position.key());
        if (known != null) {
            return known;
        }
        int best = -1;
        if (position.turn() == Position.OVER) {
            best = position.earned(0) == 0 ? 0 : -1;
        } else {
            int[] moves = new int[TicTacToe.FIELDS];
            int count = position.moves(moves);
            for (int i = 0; i < count; i++) {
                TicTacToe next = position.copy();
                next.play(moves[i]);
                best = Math.max(best, -visit(next));
            }
        }
        values.put(position.key(), best);
        reachable.add(position);
        return best;
    }
}
