package catallaxy.mcts.search;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.mcts.Position;
import catallaxy.mcts.evaluation.Evaluator;

/** A plan of six steps, each of which earns something at once that depends on all steps so far. */
final class Errands implements Position<Errands> {
    private static final int STEPS = 6;
    private static final int MOVES = 3;

    private final long seed;
    private int steps;
    private long path = 1;
    private double earned;

    Errands(long seed) {
        this.seed = seed;
    }

    @Override
    public int actionCount() {
        return MOVES;
    }

    @Override
    public int playerCount() {
        return 1;
    }

    @Override
    public int turn() {
        return steps == STEPS ? OVER : 0;
    }

    @Override
    public int moves(int[] into) {
        for (int i = 0; i < MOVES; i++) {
            into[i] = i;
        }
        return MOVES;
    }

    @Override
    public void play(int move) {
        path = path * MOVES + move;
        steps++;
        earned += RandomStream.of(seed, "errand " + path).nextDouble() / STEPS;
    }

    @Override
    public double earned(int player) {
        return earned;
    }

    @Override
    public long key() {
        return path;
    }

    @Override
    public Errands copy() {
        Errands copy = new Errands(seed);
        copy.set(this);
        return copy;
    }

    @Override
    public void set(Errands other) {
        steps = other.steps;
        path = other.path;
        earned = other.earned;
    }

    /** The most that is still to be earned. */
    double best() {
        if (steps == STEPS) {
            return 0;
        }
        double best = 0;
        for (int move = 0; move < MOVES; move++) {
            Errands next = copy();
            next.play(move);
            best = Math.max(best, next.earned - earned + next.best());
        }
        return best;
    }

    /** Knows what is still to be earned, and nothing of moves. */
    static Evaluator<Errands> knowing() {
        return (leaves, numbers, from, to, into) -> {
            for (int row = from; row < to; row++) {
                into.value(row, 0, leaves.get(row).best());
                for (int move = 0; move < MOVES; move++) {
                    into.prior(row, move, 1f / MOVES);
                }
            }
        };
    }
}
