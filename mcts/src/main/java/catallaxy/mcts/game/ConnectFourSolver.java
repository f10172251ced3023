package catallaxy.mcts.game;

import catallaxy.mcts.Position;
import java.util.Arrays;

/**
 * The exact score of Connect Four positions: who wins, and how early. The score is half the stones that the winner has left
 * when he connects, counted from his last stone (1 when it is his last, rising the earlier he wins), positive if that is who is to
 * move, 0 for a draw; the convention of John Tromp and of Pascal Pons, https://blog.gamesolver.org.
 *
 * <p>The algorithm is alpha–beta search with null windows around a guess that is halved, moves ordered by the threats that they make, moves
 * that lose at once left out, a table of bounds in which a position and its mirror image are one, and a look into that table for every move before
 * one is searched (enhanced transposition cutoffs: Plaat, Schaeffer, Pijls and de Bruin 1996). Mutable, one owner, not thread safe.
 */
public final class ConnectFourSolver {
    /** The score in place of a move that cannot be made. */
    public static final int FULL = Integer.MIN_VALUE;

    private static final int LOWEST = -(ConnectFour.FIELDS / 2) + 3;
    private static final int HIGHEST = (ConnectFour.FIELDS + 1) / 2 - 3;
    /** Scores are kept from 1 on; lower bounds lie above upper bounds. */
    private static final int LOWER_BOUNDS = HIGHEST - LOWEST + 2;

    /** Stones up to which mirror images are looked for. */
    private static final int MIRRORED_UNTIL = 20;
    /** Stones up to which all moves are looked up before one is searched. */
    private static final int PROBED_UNTIL = 30;

    private static final long[] MIDDLE_FIRST = columns(3, 2, 4, 1, 5, 0, 6);
    private static final int[] SIDEWAYS = {ConnectFour.STRIDE, ConnectFour.STRIDE - 1, ConnectFour.STRIDE + 1};

    private final BoundTable table;

    /** {@code [stones, moves]}: moves to be tried at each depth of the search. */
    private final long[][] ordered = new long[ConnectFour.FIELDS][ConnectFour.COLUMNS];
    /** {@code [stones, moves]}: fields that each threatens. */
    private final int[][] threatened = new int[ConnectFour.FIELDS][ConnectFour.COLUMNS];

    private long visited;

    /** A solver with a table of 64 MiB. */
    public ConnectFourSolver() {
        this(23);
    }

    /**
     * A solver with a table of {@code 2^bits} entries of eight bytes.
     *
     * @param bits from 10 to 28
     */
    public ConnectFourSolver(int bits) {
        if (bits < 10 || bits > 28) {
            throw new IllegalArgumentException("bits: found " + bits + ", expected an integer from 10 to 28");
        }
        table = new BoundTable(bits);
    }

    /** Positions that were looked into so far. */
    public long visited() {
        return visited;
    }

    /**
     * The exact score of a position, to who is to move.
     *
     * @throws IllegalArgumentException if the game is over and nobody is
     */
    public int score(ConnectFour position) {
        if (position.turn() == Position.OVER) {
            if (position.isWon()) {
                throw new IllegalArgumentException("position: found a game that is won, expected one that goes on");
            }
            return 0;
        }
        return score(position.own(), position.taken(), position.stones());
    }

    /** The exact score of each column's move, to who makes it; {@link #FULL} where there is no room. */
    public int[] analyse(ConnectFour position) {
        int[] scores = new int[ConnectFour.COLUMNS];
        Arrays.fill(scores, FULL);
        for (int column = 0; column < scores.length; column++) {
            if (position.isFree(column)) {
                ConnectFour next = position.copy();
                next.play(column);
                scores[column] = next.isWon() ? (ConnectFour.FIELDS + 1 - position.stones()) / 2 : -score(next);
            }
        }
        return scores;
    }

    private int score(long own, long taken, int stones) {
        if ((threats(own, taken) & playable(taken)) != 0) {
            return (ConnectFour.FIELDS + 1 - stones) / 2;
        }
        int low = -(ConnectFour.FIELDS - stones) / 2;
        int high = (ConnectFour.FIELDS + 1 - stones) / 2;
        while (low < high) {
            int guess = guess(low, high);
            int found = search(own, taken, stones, guess, guess + 1);
            if (found <= guess) {
                high = found;
            } else {
                low = found;
            }
        }
        return low;
    }

    /** The middle, but nearer to nought, where most scores lie and proofs are short. */
    private static int guess(int low, int high) {
        int middle = low + (high - low) / 2;
        if (middle <= 0 && low / 2 < middle) {
            return low / 2;
        }
        return middle >= 0 && high / 2 > middle ? high / 2 : middle;
    }

    /** A bound of the score within a window, or the score if it lies inside; the mover cannot win at once. */
    private int search(long own, long taken, int stones, int least, int most) {
        long before = visited++;
        long open = withoutLosing(own, taken);
        if (open == 0) {
            return -(ConnectFour.FIELDS - stones) / 2;
        }
        if (stones >= ConnectFour.FIELDS - 2) {
            return 0;
        }
        long key = key(own, taken, stones);
        int bound = table.bound(key);
        int low = Math.max(lowest(bound), -(ConnectFour.FIELDS - 2 - stones) / 2);
        int high = Math.min(highest(bound), (ConnectFour.FIELDS - 1 - stones) / 2);
        if (low >= most || high <= least) {
            return low >= most ? low : high;
        }
        int alpha = Math.max(least, low);
        int beta = Math.min(most, high);
        int count = order(own, taken, stones, open);
        int known = known(own, taken, stones, count);
        int found = known >= beta ? known : among(own, taken, stones, count, alpha, beta);
        table.put(key, found >= beta ? found - LOWEST + LOWER_BOUNDS : found - LOWEST + 1, visited - before);
        return found;
    }

    /** The same number for a position and its mirror image, as long as there are few enough stones for either to be met. */
    private static long key(long own, long taken, int stones) {
        long key = own + taken;
        return stones <= MIRRORED_UNTIL ? Math.min(key, ConnectFour.mirrored(key)) : key;
    }

    private static int lowest(int bound) {
        return bound >= LOWER_BOUNDS ? bound - LOWER_BOUNDS + LOWEST : LOWEST;
    }

    private static int highest(int bound) {
        return bound > 0 && bound < LOWER_BOUNDS ? bound - 1 + LOWEST : HIGHEST;
    }

    /** The most that the table promises of the first {@code count} moves in order. */
    private int known(long own, long taken, int stones, int count) {
        if (stones > PROBED_UNTIL) {
            return LOWEST;
        }
        long[] moves = ordered[stones];
        int most = LOWEST;
        for (int i = 0; i < count; i++) {
            int bound = table.bound(key(own ^ taken, taken | moves[i], stones + 1));
            if (bound > 0) {
                most = Math.max(most, -highest(bound));
            }
        }
        return most;
    }

    /** The best of the first {@code count} moves in order, or the first that reaches {@code beta}. */
    private int among(long own, long taken, int stones, int count, int alpha, int beta) {
        long[] moves = ordered[stones];
        int best = alpha;
        for (int i = 0; i < count; i++) {
            int found = -search(own ^ taken, taken | moves[i], stones + 1, -beta, -best);
            if (found >= beta) {
                return found;
            }
            best = Math.max(best, found);
        }
        return best;
    }

    /**
     * Puts moves into the order in which they are tried: those first after which their player has most fields that would complete a line,
     * of equal ones those nearest to the middle. Returns how many there are.
     */
    private int order(long own, long taken, int stones, long open) {
        long[] moves = ordered[stones];
        int[] made = threatened[stones];
        int count = 0;
        for (long column : MIDDLE_FIRST) {
            long move = open & column;
            if (move == 0) {
                continue;
            }
            int fields = Long.bitCount(threats(own | move, taken));
            int place = count++;
            for (; place > 0 && made[place - 1] < fields; place--) {
                made[place] = made[place - 1];
                moves[place] = moves[place - 1];
            }
            made[place] = fields;
            moves[place] = move;
        }
        return count;
    }

    /** Moves after which the opponent cannot win at once. */
    private static long withoutLosing(long own, long taken) {
        long open = playable(taken);
        long against = threats(own ^ taken, taken);
        long forced = open & against;
        if (forced != 0) {
            if ((forced & (forced - 1)) != 0) {
                return 0;
            }
            open = forced;
        }
        return open & ~(against >>> 1);
    }

    /** The field of each column into which a stone would fall. */
    private static long playable(long taken) {
        return (taken + ConnectFour.BOTTOM) & ConnectFour.BOARD;
    }

    private static long[] columns(int... numbers) {
        return Arrays.stream(numbers)
                .mapToLong(number -> ((1L << ConnectFour.ROWS) - 1) << (number * ConnectFour.STRIDE))
                .toArray();
    }

    /** Free fields that would complete a line of {@code stones}. */
    private static long threats(long stones, long taken) {
        long found = (stones << 1) & (stones << 2) & (stones << 3);
        for (int step : SIDEWAYS) {
            long twoBelow = (stones << step) & (stones << (2 * step));
            long twoAbove = (stones >>> step) & (stones >>> (2 * step));
            found |= twoBelow & ((stones << (3 * step)) | (stones >>> step));
            found |= twoAbove & ((stones >>> (3 * step)) | (stones << step));
        }
        return found & (ConnectFour.BOARD ^ taken);
    }
}
