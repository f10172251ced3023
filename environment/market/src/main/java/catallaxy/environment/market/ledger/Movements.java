package catallaxy.environment.market.ledger;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Arrays;

/** Movements of a ledger in their order, which can be taken back later, in this ledger or a copy. Unchanged once recorded. */
public final class Movements {
    /** Longs per movement: both accounts packed, the asset, then the amount from its most significant limb. */
    private static final int STRIDE = 6;

    private long[] entries = new long[0];
    private int size;
    /** Sizes at which marks were opened. */
    private int[] marks = new int[4];

    private int openMarks;

    Movements() {}

    /** No movements. */
    public static Movements none() {
        return new Movements();
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    private int from(int movement) {
        return (int) (entries[movement * STRIDE] >>> 32);
    }

    private int to(int movement) {
        return (int) entries[movement * STRIDE];
    }

    private int asset(int movement) {
        return (int) entries[movement * STRIDE + 1];
    }

    private UInt256 amount(int movement) {
        int at = movement * STRIDE + 2;
        return UInt256.ofLimbs(entries[at], entries[at + 1], entries[at + 2], entries[at + 3]);
    }

    void add(int from, int to, int asset, long a3, long a2, long a1, long a0) {
        int at = size * STRIDE;
        if (at == entries.length) {
            entries = Arrays.copyOf(entries, Math.max(16 * STRIDE, 2 * at));
        }
        entries[at] = (long) from << 32 | to;
        entries[at + 1] = asset;
        entries[at + 2] = a3;
        entries[at + 3] = a2;
        entries[at + 4] = a1;
        entries[at + 5] = a0;
        size++;
    }

    void mark() {
        if (openMarks == marks.length) {
            marks = Arrays.copyOf(marks, 2 * openMarks);
        }
        marks[openMarks++] = size;
    }

    void keep() {
        openMarks--;
    }

    void revert() {
        size = marks[--openMarks];
    }

    /**
     * Takes the movements back in a ledger, newest first, whatever else has moved since.
     *
     * @throws IllegalStateException if somebody no longer has what a movement gave
     */
    public void undo(Ledger ledger) {
        for (int i = size - 1; i >= 0; i--) {
            if (!ledger.transfer(to(i), from(i), asset(i), amount(i))) {
                throw new IllegalStateException(ledger.accountName(to(i)) + " no longer has the " + amount(i) + " "
                        + ledger.assetSpec(asset(i)).symbol() + " that are taken back");
            }
        }
    }

    /** Writes the movements. */
    public void save(StateWriter out) {
        out.longs(entries, size * STRIDE);
    }

    /**
     * Reads movements back.
     *
     * @throws CorruptStateException if they are cut off
     */
    public static Movements load(StateReader in) {
        Movements movements = new Movements();
        movements.entries = in.longs();
        movements.size = movements.entries.length / STRIDE;
        if (movements.entries.length % STRIDE != 0) {
            throw new CorruptStateException("movements: " + movements.entries.length + " numbers");
        }
        return movements;
    }
}
