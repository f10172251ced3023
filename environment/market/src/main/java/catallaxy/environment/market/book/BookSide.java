package catallaxy.environment.market.book;

import catallaxy.environment.market.command.Side;
import java.util.Arrays;

/**
 * The price levels of one side, each a queue of orders.
 *
 * <p>A price is held as a key that grows with attractiveness: the price itself for bids, its complement for asks.
 * Levels are records in parallel arrays; {@code sorted} lists them by ascending key, so that the best is last and
 * comes and goes without moving others.
 */
final class BookSide {
    static final int NONE = -1;

    private final long mask;
    private final int bit;

    private long[] keys;
    private long[] lots;
    private int[] heads;
    private int[] tails;
    private int[] counts;
    private int used;
    private int free = NONE;

    private long[] sortedKeys;
    private int[] sorted;
    private int size;

    private int orders;
    private long totalLots;

    BookSide(Side side, int capacity) {
        mask = side == Side.BUY ? 0 : -1;
        bit = index(side);
        keys = new long[capacity];
        lots = new long[capacity];
        heads = new int[capacity];
        tails = new int[capacity];
        counts = new int[capacity];
        sortedKeys = new long[capacity];
        sorted = new int[capacity];
    }

    private BookSide(BookSide source) {
        mask = source.mask;
        bit = source.bit;
        keys = source.keys.clone();
        lots = source.lots.clone();
        heads = source.heads.clone();
        tails = source.tails.clone();
        counts = source.counts.clone();
        used = source.used;
        free = source.free;
        sortedKeys = source.sortedKeys.clone();
        sorted = source.sorted.clone();
        size = source.size;
        orders = source.orders;
        totalLots = source.totalLots;
    }

    BookSide copy() {
        return new BookSide(this);
    }

    static int index(Side side) {
        return side == Side.BUY ? 0 : 1;
    }

    static Side at(int index) {
        return index == 0 ? Side.BUY : Side.SELL;
    }

    long key(long priceTicks) {
        return priceTicks ^ mask;
    }

    long keyOf(int level) {
        return keys[level];
    }

    long priceTicksOf(int level) {
        return keys[level] ^ mask;
    }

    int levels() {
        return size;
    }

    int orders() {
        return orders;
    }

    long totalLots() {
        return totalLots;
    }

    boolean hasRoom(long moreLots) {
        return moreLots <= Long.MAX_VALUE - totalLots;
    }

    /** Whether the best level is at least as attractive as {@code key}. */
    boolean reaches(long key) {
        return size > 0 && sortedKeys[size - 1] >= key;
    }

    /** The level of this rank, 0 being the best. */
    int ranked(int rank) {
        return sorted[size - 1 - rank];
    }

    int head(int level) {
        return heads[level];
    }

    long lotsOf(int level) {
        return lots[level];
    }

    int ordersOf(int level) {
        return counts[level];
    }

    /** The level at this key, or {@link #NONE}. */
    int find(long key) {
        int at = lowerBound(key);
        return at < size && sortedKeys[at] == key ? sorted[at] : NONE;
    }

    /** Puts an order last in the queue at {@code key}. */
    void append(int order, long key, Orders book) {
        int at = lowerBound(key);
        int level = at < size && sortedKeys[at] == key ? sorted[at] : insert(at, key);
        enqueue(order, level, book);
    }

    /** Takes an order out of its queue and, if it was alone, its level out of the book. */
    void remove(int order, Orders book) {
        int level = book.level(order) >> 1;
        long open = book.lots(order);
        totalLots -= open;
        orders--;
        lots[level] -= open;
        if (--counts[level] == 0) {
            drop(level);
        } else {
            unlink(order, level, book);
        }
    }

    /** Lowers the open lots of an order that keeps its place. */
    void reduce(int order, long by, Orders book) {
        int level = book.level(order) >> 1;
        totalLots -= by;
        lots[level] -= by;
        book.lots(order, book.lots(order) - by);
    }

    private void enqueue(int order, int level, Orders book) {
        long open = book.lots(order);
        int tail = counts[level]++ == 0 ? Orders.NONE : tails[level];
        if (tail == Orders.NONE) {
            heads[level] = order;
        } else {
            book.younger(tail, order);
        }
        tails[level] = order;
        book.level(order, level << 1 | bit);
        book.neighbours(order, tail, Orders.NONE);
        lots[level] += open;
        totalLots += open;
        orders++;
    }

    private void unlink(int order, int level, Orders book) {
        int older = book.older(order);
        int younger = book.younger(order);
        if (older == Orders.NONE) {
            heads[level] = younger;
        } else {
            book.younger(older, younger);
        }
        if (younger == Orders.NONE) {
            tails[level] = older;
        } else {
            book.older(younger, older);
        }
    }

    private int insert(int at, long key) {
        int level = allocate();
        if (size == sorted.length) {
            sorted = Arrays.copyOf(sorted, grown(size));
            sortedKeys = Arrays.copyOf(sortedKeys, sorted.length);
        }
        System.arraycopy(sortedKeys, at, sortedKeys, at + 1, size - at);
        System.arraycopy(sorted, at, sorted, at + 1, size - at);
        sortedKeys[at] = key;
        sorted[at] = level;
        size++;
        keys[level] = key;
        return level;
    }

    private void drop(int level) {
        int at = lowerBound(keys[level]);
        size--;
        System.arraycopy(sortedKeys, at + 1, sortedKeys, at, size - at);
        System.arraycopy(sorted, at + 1, sorted, at, size - at);
        heads[level] = free;
        free = level;
    }

    private int lowerBound(long key) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sortedKeys[middle] < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int allocate() {
        if (free != NONE) {
            int level = free;
            free = heads[level];
            return level;
        }
        if (used == keys.length) {
            int length = grown(used);
            keys = Arrays.copyOf(keys, length);
            lots = Arrays.copyOf(lots, length);
            heads = Arrays.copyOf(heads, length);
            tails = Arrays.copyOf(tails, length);
            counts = Arrays.copyOf(counts, length);
        }
        return used++;
    }

    private static int grown(int length) {
        return Math.addExact(length, length / 2 + 8);
    }
}
