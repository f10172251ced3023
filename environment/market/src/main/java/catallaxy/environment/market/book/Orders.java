package catallaxy.environment.market.book;

import java.util.Arrays;

/**
 * The resting orders as fixed-size records in one array, addressed by slot.
 *
 * <p>A record is four words: id, open lots, owner and level, neighbours in the queue. One record lies within one
 * cache line, which is what a command on a random order of a large book waits for. Free slots form a list.
 */
final class Orders {
    static final int NONE = -1;

    private static final int WORDS = 4;
    private static final int LOTS = 1;
    private static final int OWNER_LEVEL = 2;
    private static final int NEIGHBOURS = 3;
    private static final long LOW = 0xFFFF_FFFFL;

    private long[] words;
    private int used;
    private int free = NONE;
    private int size;

    Orders(int capacity) {
        words = new long[capacity * WORDS];
    }

    private Orders(Orders source) {
        words = source.words.clone();
        used = source.used;
        free = source.free;
        size = source.size;
    }

    Orders copy() {
        return new Orders(this);
    }

    int size() {
        return size;
    }

    /** Takes a slot for a new order that is in no level yet. */
    int add(long id, int owner, long lots) {
        int order = allocate();
        int at = order * WORDS;
        words[at] = id;
        words[at + LOTS] = lots;
        words[at + OWNER_LEVEL] = (long) owner << 32;
        size++;
        return order;
    }

    void free(int order) {
        words[order * WORDS + NEIGHBOURS] = free;
        free = order;
        size--;
    }

    long id(int order) {
        return words[order * WORDS];
    }

    long lots(int order) {
        return words[order * WORDS + LOTS];
    }

    void lots(int order, long lots) {
        words[order * WORDS + LOTS] = lots;
    }

    int owner(int order) {
        return (int) (words[order * WORDS + OWNER_LEVEL] >> 32);
    }

    /** Level and side of the order, as {@link OrderBook} packs them. */
    int level(int order) {
        return (int) words[order * WORDS + OWNER_LEVEL];
    }

    void level(int order, int level) {
        int at = order * WORDS + OWNER_LEVEL;
        words[at] = (words[at] & ~LOW) | (level & LOW);
    }

    /** The order before this one in its queue, or {@link #NONE}. */
    int older(int order) {
        return (int) (words[order * WORDS + NEIGHBOURS] >> 32);
    }

    /** The order behind this one in its queue, or {@link #NONE}. */
    int younger(int order) {
        return (int) words[order * WORDS + NEIGHBOURS];
    }

    void neighbours(int order, int older, int younger) {
        words[order * WORDS + NEIGHBOURS] = (long) older << 32 | (younger & LOW);
    }

    void older(int order, int older) {
        int at = order * WORDS + NEIGHBOURS;
        words[at] = (words[at] & LOW) | (long) older << 32;
    }

    void younger(int order, int younger) {
        int at = order * WORDS + NEIGHBOURS;
        words[at] = (words[at] & ~LOW) | (younger & LOW);
    }

    private int allocate() {
        if (free != NONE) {
            int order = free;
            free = (int) words[order * WORDS + NEIGHBOURS];
            return order;
        }
        if ((used + 1) * WORDS > words.length) {
            words = Arrays.copyOf(words, grown(words.length));
        }
        return used++;
    }

    private static int grown(int length) {
        int grown = Math.multiplyExact(length / WORDS / 2 * 3, WORDS);
        return Math.max(grown, length + WORDS);
    }
}
