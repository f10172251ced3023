package catallaxy.environment.market.book;

import java.util.Arrays;

/**
 * The resting orders as records of four words in one array, addressed by slot.
 *
 * <p>A record is an id, lots, owner and level in one word, and the neighbours in the order's queue in one word: half a cache line, and
 * never across two where the array begins a line, as large ones do behind their header of two words. The orders of a price form a list.
 * Slot 0 is no order: joining to it is allowed and means nothing, which spares the queues a branch. Free slots form a list. Icebergs
 * have two columns more, which exist from the first of them on.
 */
final class Orders {
    static final int NONE = 0;

    private static final int WORDS = 4;
    private static final int ID = 2;
    private static final int LOTS = ID + 1;
    private static final int PLACE = ID + 2;
    private static final int LINKS = ID + 3;
    private static final long LOW = 0xFFFF_FFFFL;

    private long[] words;
    private int capacity;
    private long[] hidden = {};
    private long[] slices = {};
    private int used = 1;
    private int free = NONE;
    private int size;

    Orders(int capacity) {
        this.capacity = capacity;
        words = new long[length(capacity)];
    }

    private Orders(Orders source) {
        words = source.words.clone();
        capacity = source.capacity;
        hidden = source.hidden.clone();
        slices = source.slices.clone();
        used = source.used;
        free = source.free;
        size = source.size;
    }

    private static int length(int capacity) {
        return Math.addExact(Math.multiplyExact(capacity, WORDS), ID);
    }

    Orders copy() {
        return new Orders(this);
    }

    int size() {
        return size;
    }

    /** Takes a slot for a new order that is in no queue yet. */
    int add(long id, int owner, long openLots) {
        int order = allocate();
        words[order * WORDS + ID] = id;
        words[order * WORDS + LOTS] = openLots;
        words[order * WORDS + PLACE] = (long) owner << Integer.SIZE;
        size++;
        return order;
    }

    void free(int order) {
        lots(order, 0);
        if (hasIcebergs()) {
            hidden[order] = 0;
            slices[order] = 0;
        }
        links(order, NONE, free);
        free = order;
        size--;
    }

    long id(int order) {
        return words[order * WORDS + ID];
    }

    int owner(int order) {
        return (int) (words[order * WORDS + PLACE] >> Integer.SIZE);
    }

    long lots(int order) {
        return words[order * WORDS + LOTS];
    }

    void lots(int order, long openLots) {
        words[order * WORDS + LOTS] = openLots;
    }

    /** Whether there has been an iceberg. */
    boolean hasIcebergs() {
        return hidden.length > 0;
    }

    /** Lots that nobody but the owner sees. */
    long hidden(int order) {
        return hasIcebergs() ? hidden[order] : 0;
    }

    /** Shown and hidden lots. */
    long open(int order) {
        return lots(order) + hidden(order);
    }

    /** Most lots that are shown at a time; 0 of an order that shows all. */
    long slice(int order) {
        return hasIcebergs() ? slices[order] : 0;
    }

    void slice(int order, long mostLots) {
        slices[order] = mostLots;
    }

    /** Lets an order show so many of its open lots at most, and those now. */
    void hide(int order, long slice) {
        if (!hasIcebergs()) {
            hidden = new long[capacity];
            slices = new long[capacity];
        }
        long open = open(order);
        slices[order] = slice;
        lots(order, Math.min(slice, open));
        hidden[order] = open - lots(order);
    }

    /** Makes the hidden lots shown ones; the slice stays. */
    void gather(int order) {
        if (hasIcebergs()) {
            lots(order, open(order));
            hidden[order] = 0;
        }
    }

    /** Takes hidden lots away. */
    void reduceHidden(int order, long by) {
        hidden[order] -= by;
    }

    /** Lots of one owner on one side, 0 or 1, hidden ones too; by a walk over the slots, which lie one behind the other in memory. */
    long lotsOf(int owner, int side) {
        long sum = 0;
        for (int order = 1; order < used; order++) {
            if (owner(order) == owner && (level(order) & 1) == side) {
                sum += open(order);
            }
        }
        return sum;
    }

    /** Orders of one owner, by a walk over the slots. */
    int countOf(int owner) {
        int count = 0;
        for (int order = 1; order < used; order++) {
            count += owner(order) == owner && lots(order) > 0 ? 1 : 0;
        }
        return count;
    }

    /** Level and side of the order, as {@link BookSide} packs them. */
    int level(int order) {
        return (int) words[order * WORDS + PLACE];
    }

    void level(int order, int level) {
        int at = order * WORDS + PLACE;
        words[at] = (words[at] & ~LOW) | level;
    }

    /** The order before this one in its queue, or {@link #NONE}. */
    int older(int order) {
        return (int) (words[order * WORDS + LINKS] >> Integer.SIZE);
    }

    /** The order behind this one in its queue, or {@link #NONE}. */
    int younger(int order) {
        return (int) words[order * WORDS + LINKS];
    }

    /** Sets both neighbours of an order, which do not learn of it. */
    void links(int order, int older, int younger) {
        words[order * WORDS + LINKS] = (long) older << Integer.SIZE | younger;
    }

    void older(int order, int older) {
        int at = order * WORDS + LINKS;
        words[at] = (words[at] & LOW) | (long) older << Integer.SIZE;
    }

    void younger(int order, int younger) {
        int at = order * WORDS + LINKS;
        words[at] = (words[at] & ~LOW) | younger;
    }

    private int allocate() {
        if (free != NONE) {
            int order = free;
            free = younger(order);
            return order;
        }
        if (used == capacity) {
            grow(Math.addExact(used, used / 2));
        }
        return used++;
    }

    private void grow(int larger) {
        capacity = larger;
        words = Arrays.copyOf(words, length(larger));
        hidden = hasIcebergs() ? Arrays.copyOf(hidden, larger) : hidden;
        slices = hidden.length > slices.length ? Arrays.copyOf(slices, larger) : slices;
    }
}
