package catallaxy.mcts.game;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.mcts.Position;

/**
 * Connect Four: seven columns, six rows, stones fall, four in a line win. Moves are columns 0 to 6, the middle ones first. A
 * win earns 1, a loss −1, a draw 0. Won by the first player under perfect play. The board is two words of bits, seven to a
 * column with one above the top that is always free (as John Tromp's program of 1988 lays it out).
 */
public final class ConnectFour implements Position<ConnectFour> {
    /** Columns. */
    public static final int COLUMNS = 7;

    /** Rows. */
    public static final int ROWS = 6;

    /** Fields of the board. */
    public static final int FIELDS = COLUMNS * ROWS;

    /** Bits of a column. */
    static final int STRIDE = ROWS + 1;

    /** The lowest field of every column. */
    static final long BOTTOM = bottom();

    /** Every field. */
    static final long BOARD = BOTTOM * ((1L << ROWS) - 1);

    private static final int[] MIDDLE_FIRST = {3, 2, 4, 1, 5, 0, 6};
    private static final long TOP = BOTTOM << (ROWS - 1);
    /** Every bit of column 0. */
    private static final long LEFT = (1L << STRIDE) - 1;

    /** Stones of who moves next. */
    private long own;
    /** Stones of both. */
    private long taken;

    private int stones;
    private boolean won;

    /** The empty board. */
    public ConnectFour() {}

    /**
     * The position after moves in columns 1 to 7, as they are usually written.
     *
     * @param moves one digit for each
     * @throws IllegalArgumentException if a character is no column, a column is full or the game is over before
     */
    public static ConnectFour after(String moves) {
        ConnectFour position = new ConnectFour();
        for (int i = 0; i < moves.length(); i++) {
            int column = moves.charAt(i) - '1';
            if (column < 0 || column >= COLUMNS || !position.isFree(column) || position.turn() == OVER) {
                throw new IllegalArgumentException(
                        "moves: found '" + moves.charAt(i) + "' as number " + (i + 1) + " of " + moves
                                + ", expected a column from 1 to 7 that is not full, in a game that is not over");
            }
            position.play(column);
        }
        return position;
    }

    /**
     * The position of these stones, bit {@code 7 · column + row}.
     *
     * @param own   of who is to move
     * @param other of who moved last
     * @throws IllegalArgumentException if no game has such stones
     */
    public static ConnectFour of(long own, long other) {
        long all = own | other;
        int lead = Long.bitCount(other) - Long.bitCount(own);
        boolean floating = (all & ~BOTTOM & ~(all << 1)) != 0;
        if ((own & other) != 0 || (all & ~BOARD) != 0 || lead < 0 || lead > 1 || floating || hasLine(own)) {
            throw new IllegalArgumentException("stones: found " + Long.toHexString(own) + " and "
                    + Long.toHexString(other) + ", expected those of a game");
        }
        ConnectFour position = new ConnectFour();
        position.own = own;
        position.taken = all;
        position.stones = Long.bitCount(all);
        position.won = hasLine(other);
        return position;
    }

    @Override
    public int actionCount() {
        return COLUMNS;
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
        for (int column : MIDDLE_FIRST) {
            if (isFree(column)) {
                into[count++] = column;
            }
        }
        return count;
    }

    @Override
    public void play(int move) {
        own ^= taken;
        long before = taken;
        taken |= before + (1L << (move * STRIDE));
        stones++;
        won = hasLine(own ^ taken);
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
    public ConnectFour copy() {
        ConnectFour copy = new ConnectFour();
        copy.set(this);
        return copy;
    }

    @Override
    public void set(ConnectFour position) {
        own = position.own;
        taken = position.taken;
        stones = position.stones;
        won = position.won;
    }

    @Override
    public long key() {
        return own + taken + BOTTOM;
    }

    @Override
    public int draw(RandomStream luck, int[] scratch) {
        long free = TOP & ~taken;
        for (int skip = luck.nextInt(Long.bitCount(free)); skip > 0; skip--) {
            free &= free - 1;
        }
        return Long.numberOfTrailingZeros(free) / STRIDE;
    }

    /** Whether a stone can fall into a column. */
    public boolean isFree(int column) {
        return (taken & (1L << (column * STRIDE + ROWS - 1))) == 0;
    }

    /** Stones of who moves next, bit {@code 7 · column + row}. */
    public long own() {
        return own;
    }

    /** Stones of both players. */
    public long taken() {
        return taken;
    }

    /** Stones on the board. */
    public int stones() {
        return stones;
    }

    /** Whether who moved last has four in a line. */
    public boolean isWon() {
        return won;
    }

    /** The position seen in a mirror: column 0 becomes column 6. */
    public ConnectFour mirrored() {
        ConnectFour mirror = new ConnectFour();
        mirror.own = mirrored(own);
        mirror.taken = mirrored(taken);
        mirror.stones = stones;
        mirror.won = won;
        return mirror;
    }

    /** Columns of bits in the reverse order; of fields, or of sums of fields that stay within their column. */
    static long mirrored(long bits) {
        return ((bits & LEFT) << (6 * STRIDE))
                | ((bits & (LEFT << STRIDE)) << (4 * STRIDE))
                | ((bits & (LEFT << (2 * STRIDE))) << (2 * STRIDE))
                | (bits & (LEFT << (3 * STRIDE)))
                | ((bits >>> (2 * STRIDE)) & (LEFT << (2 * STRIDE)))
                | ((bits >>> (4 * STRIDE)) & (LEFT << STRIDE))
                | ((bits >>> (6 * STRIDE)) & LEFT);
    }

    private static boolean hasLine(long bits) {
        return hasLine(bits, 1) || hasLine(bits, STRIDE) || hasLine(bits, STRIDE - 1) || hasLine(bits, STRIDE + 1);
    }

    private static boolean hasLine(long bits, int step) {
        long pairs = bits & (bits >>> step);
        return (pairs & (pairs >>> (2 * step))) != 0;
    }

    private static long bottom() {
        long bits = 0;
        for (int column = 0; column < COLUMNS; column++) {
            bits |= 1L << (column * STRIDE);
        }
        return bits;
    }
}
