package catallaxy.environment.market.book;

import java.util.Arrays;

/**
 * The resting orders as records in parallel arrays, addressed by slot.
 *
 * <p>The orders of a price form a ring. Slot 0 is no order: joining to it is allowed and means nothing, which spares
 * the queues a branch. Free slots form a list. Icebergs have two columns more, which exist from the first of them on.
 */
final class Orders {
    static final int NONE = 0;

    private long[] ids;
    private long[] lots;
    private long[] hidden = {};
    private long[] slices = {};
    private int[] owners;
    private int[] levels;
    private int[] older;
    private int[] younger;
    private int used = 1;
    private int free = NONE;
    private int size;

    Orders(int capacity) {
        ids = new long[capacity];
        lots = new long[capacity];
        owners = new int[capacity];
        levels = new int[capacity];
        older = new int[capacity];
        younger = new int[capacity];
    }

    private Orders(Orders source) {
        ids = source.ids.clone();
        lots = source.lots.clone();
        hidden = source.hidden.clone();
        slices = source.slices.clone();
        owners = source.owners.clone();
        levels = source.levels.clone();
        older = source.older.clone();
        younger = source.younger.clone();
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

    /** Takes a slot for a new order that is in no queue yet. */
    int add(long id, int owner, long openLots) {
        int order = allocate();
        ids[order] = id;
        owners[order] = owner;
        lots[order] = openLots;
        size++;
        return order;
    }

    void free(int order) {
        lots[order] = 0;
        if (hasIcebergs()) {
            hidden[order] = 0;
            slices[order] = 0;
        }
        younger[order] = free;
        free = order;
        size--;
    }

    long id(int order) {
        return ids[order];
    }

    int owner(int order) {
        return owners[order];
    }

    long lots(int order) {
        return lots[order];
    }

    void lots(int order, long openLots) {
        lots[order] = openLots;
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
        return lots[order] + hidden(order);
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
            hidden = new long[ids.length];
            slices = new long[ids.length];
        }
        long open = open(order);
        slices[order] = slice;
        lots[order] = Math.min(slice, open);
        hidden[order] = open - lots[order];
    }

    /** Makes the hidden lots shown ones; the slice stays. */
    void gather(int order) {
        if (hasIcebergs()) {
            lots[order] += hidden[order];
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
            if (owners[order] == owner && (levels[order] & 1) == side) {
                sum += open(order);
            }
        }
        return sum;
    }

    /** Level and side of the order, as {@link BookSide} packs them. */
    int level(int order) {
        return levels[order];
    }

    void level(int order, int level) {
        levels[order] = level;
    }

    /** The order before this one in its queue; before the first comes the last. */
    int older(int order) {
        return older[order];
    }

    /** The order behind this one in its queue; behind the last comes the first. */
    int younger(int order) {
        return younger[order];
    }

    /** Makes two orders neighbours in a queue. */
    void join(int first, int second) {
        younger[first] = second;
        older[second] = first;
    }

    private int allocate() {
        if (free != NONE) {
            int order = free;
            free = younger[order];
            return order;
        }
        if (used == ids.length) {
            grow(Math.addExact(used, used / 2));
        }
        return used++;
    }

    private void grow(int length) {
        ids = Arrays.copyOf(ids, length);
        lots = Arrays.copyOf(lots, length);
        hidden = hasIcebergs() ? Arrays.copyOf(hidden, length) : hidden;
        slices = hidden.length > slices.length ? Arrays.copyOf(slices, length) : slices;
        owners = Arrays.copyOf(owners, length);
        levels = Arrays.copyOf(levels, length);
        older = Arrays.copyOf(older, length);
        younger = Arrays.copyOf(younger, length);
    }
}
