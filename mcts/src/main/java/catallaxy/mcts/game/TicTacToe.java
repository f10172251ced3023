package catallaxy.mcts.game;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.mcts.Position;

/**
 * Tic-tac-toe: nine fields, numbered by rows, crosses begin, three in a line win. A win earns 1, a loss −1, a draw 0. A draw
 * under perfect play.
 */
public final class TicTacToe implements Position<TicTacToe> {
    /** Fields of the board. */
    public static final int FIELDS = 9;

    private static final int FULL = (1 << FIELDS) - 1;
    /** Whether the fields of a mask hold a line. */
    private static final boolean[] LINE = new boolean[1 << FIELDS];

    static {
        int[] lines = {
            0b111, 0b111_000, 0b111_000_000, 0b001_001_001, 0b010_010_010, 0b100_100_100, 0b100_010_001, 0b001_010_100
        };
        for (int mask = 0; mask <= FULL; mask++) {
            for (int line : lines) {
                LINE[mask] |= (mask & line) == line;
            }
        }
    }

    /** Fields of who moves next, and of who moved last. */
    private int own;

    private int other;
    private int stones;
    private boolean won;

    /** The empty board. */
    public TicTacToe() {}

    /**
     * The position of these fields.
     *
     * @param own   fields of who is to move, bit by bit
     * @param other fields of who moved last
     * @throws IllegalArgumentException if a field is in both, or no game has such numbers of fields
     */
    public static TicTacToe of(int own, int other) {
        int lead = Integer.bitCount(other) - Integer.bitCount(own);
        if ((own & other) != 0 || ((own | other) & ~FULL) != 0 || lead < 0 || lead > 1 || LINE[own]) {
            throw new IllegalArgumentException("fields: found " + Integer.toBinaryString(own) + " and "
                    + Integer.toBinaryString(other) + ", expected those of a game");
        }
        TicTacToe position = new TicTacToe();
        position.own = own;
        position.other = other;
        position.stones = Integer.bitCount(own | other);
        position.won = LINE[other];
        return position;
    }

    @Override
    public int actionCount() {
        return FIELDS;
    }

    @Override
    public int playerCount() {
        return 2;
    }

    @Override
    public int turn() {
        return won || stones == FIELDS ? OVER : stones & 1;
    }

    @Override
    public int moves(int[] into) {
        int count = 0;
        for (int free = FULL & ~(own | other); free != 0; free &= free - 1) {
            into[count++] = Integer.numberOfTrailingZeros(free);
        }
        return count;
    }

    @Override
    public void play(int move) {
        int mine = own | 1 << move;
        own = other;
        other = mine;
        stones++;
        won = LINE[mine];
    }

    @Override
    public double earned(int player) {
        return won ? (stones & 1) == player ? -1 : 1 : 0;
    }

    @Override
    public double most() {
        return 1;
    }

    @Override
    public TicTacToe copy() {
        TicTacToe copy = new TicTacToe();
        copy.set(this);
        return copy;
    }

    @Override
    public void set(TicTacToe position) {
        own = position.own;
        other = position.other;
        stones = position.stones;
        won = position.won;
    }

    @Override
    public long key() {
        return ((long) own << FIELDS) | other;
    }

    @Override
    public int draw(RandomStream luck, int[] scratch) {
        int free = FULL & ~(own | other);
        for (int skip = luck.nextInt(FIELDS - stones); skip > 0; skip--) {
            free &= free - 1;
        }
        return Integer.numberOfTrailingZeros(free);
    }

    /** Fields of who is to move, bit by bit. */
    public int own() {
        return own;
    }

    /** Fields of who moved last, bit by bit. */
    public int other() {
        return other;
    }
}
