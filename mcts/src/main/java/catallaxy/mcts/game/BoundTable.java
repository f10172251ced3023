package catallaxy.mcts.game;

/**
 * Bounds of the scores of positions by key, in pairs of entries: the one keeps what took most work to find, the other what was found last. An
 * entry is one word, {@code key · 2^14 + work · 2^8 + bound}, so that nothing is ever mistaken for another position. One owner.
 */
final class BoundTable {
    private static final int BOUND_BITS = 8;
    private static final int KEY_AT = 14;
    private static final int BOUND_MASK = (1 << BOUND_BITS) - 1;
    private static final int WORK_MASK = (1 << (KEY_AT - BOUND_BITS)) - 1;
    /** Spreads neighbouring keys: the golden ratio of 64 bits. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final long[] entries;
    private final int shift;

    /** A table of {@code 2^bits} entries of eight bytes. */
    BoundTable(int bits) {
        entries = new long[1 << bits];
        shift = Long.SIZE - bits;
    }

    /** The bound of a key, 1 to 255; 0 if there is none. */
    int bound(long key) {
        int slot = slot(key);
        long first = entries[slot];
        if (first >>> KEY_AT == key) {
            return (int) first & BOUND_MASK;
        }
        long second = entries[slot + 1];
        return second >>> KEY_AT == key ? (int) second & BOUND_MASK : 0;
    }

    /**
     * Keeps a bound.
     *
     * @param key   positive, below 2^49
     * @param bound 1 to 255
     * @param nodes that it took to find it
     */
    void put(long key, int bound, long nodes) {
        int work = Long.SIZE - Long.numberOfLeadingZeros(nodes);
        int slot = slot(key);
        long first = entries[slot];
        long entry = (key << KEY_AT) | ((long) work << BOUND_BITS) | bound;
        if (first >>> KEY_AT == key || work >= ((int) (first >>> BOUND_BITS) & WORK_MASK)) {
            if (first >>> KEY_AT != key) {
                entries[slot + 1] = first;
            }
            entries[slot] = entry;
        } else {
            entries[slot + 1] = entry;
        }
    }

    private int slot(long key) {
        return (int) ((key * SPREAD) >>> shift) & ~1;
    }
}
