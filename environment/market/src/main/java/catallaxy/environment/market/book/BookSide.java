package catallaxy.environment.market.book;

import catallaxy.environment.market.command.Side;
import java.util.Arrays;

/**
 * The resting orders of one side: a ladder of price levels, each a queue of orders.
 *
 * <p>A price is held as a key that grows with attractiveness: the price itself for bids, its complement for asks.
 */
final class BookSide {
    static final int NONE = PriceLadder.NONE;

    private final long mask;
    private final int bit;
    private final PriceLadder ladder;

    private long[] lots;
    private int[] heads;
    private int[] tails;
    private int[] counts;

    private int orders;
    private long totalLots;

    BookSide(Side side, int capacity) {
        mask = side == Side.BUY ? 0 : -1;
        bit = index(side);
        ladder = new PriceLadder(capacity);
        lots = new long[capacity];
        heads = new int[capacity];
        tails = new int[capacity];
        counts = new int[capacity];
    }

    private BookSide(BookSide source) {
        mask = source.mask;
        bit = source.bit;
        ladder = source.ladder.copy();
        lots = source.lots.clone();
        heads = source.heads.clone();
        tails = source.tails.clone();
        counts = source.counts.clone();
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

    /** Key of a price on this side; the same operation turns a key back into its price. */
    long key(long priceTicks) {
        return priceTicks ^ mask;
    }

    long keyOf(int level) {
        return ladder.key(level);
    }

    long priceTicksOf(int level) {
        return ladder.key(level) ^ mask;
    }

    int levels() {
        return ladder.size();
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
        int best = ladder.best();
        return best != NONE && ladder.key(best) >= key;
    }

    /** The best level, or {@link #NONE}. */
    int best() {
        return ladder.best();
    }

    int worst() {
        return ladder.worst();
    }

    /** The level next to be reached after this one, or {@link #NONE}. */
    int worse(int level) {
        return ladder.worse(level);
    }

    /** The order that trades first at a level. */
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
        int floor = ladder.floor(key);
        return floor != NONE && ladder.key(floor) == key ? floor : NONE;
    }

    /** Puts a new order last in the queue at {@code key}. */
    void add(int order, long key, Orders book) {
        int floor = ladder.floor(key);
        int level = floor != NONE && ladder.key(floor) == key ? floor : open(floor, key);
        orders++;
        totalLots += book.lots(order);
        enqueue(order, level, book);
    }

    /** Takes an order out of its queue and, if it was alone, its level out of the book. */
    void remove(int order, Orders book) {
        int level = book.level(order) >> 1;
        orders--;
        totalLots -= book.lots(order);
        if (counts[level] == 1) {
            ladder.remove(level);
        } else {
            dequeue(order, level, book);
        }
    }

    /** Moves an order to the end of the queue at {@code key}, with other open lots. */
    void move(int order, long key, long newLots, Orders book) {
        int level = book.level(order) >> 1;
        totalLots += newLots - book.lots(order);
        int floor = ladder.floorNear(level, key);
        boolean exists = floor != NONE && ladder.key(floor) == key;
        boolean alone = counts[level] == 1;
        if (alone && (!exists || floor == level)) {
            ladder.rekey(level, floor, key);
            book.lots(order, newLots);
            lots[level] = newLots;
            return;
        }
        if (alone) {
            ladder.remove(level);
        } else {
            dequeue(order, level, book);
        }
        book.lots(order, newLots);
        enqueue(order, exists ? floor : open(floor, key), book);
    }

    /** Lowers the open lots of an order that keeps its place. */
    void reduce(int order, long by, Orders book) {
        totalLots -= by;
        lots[book.level(order) >> 1] -= by;
        book.lots(order, book.lots(order) - by);
    }

    private void enqueue(int order, int level, Orders book) {
        int tail = tails[level];
        if (tail == Orders.NONE) {
            heads[level] = order;
        } else {
            book.younger(tail, order);
        }
        tails[level] = order;
        counts[level]++;
        lots[level] += book.lots(order);
        book.level(order, level << 1 | bit);
        book.neighbours(order, tail, Orders.NONE);
    }

    private void dequeue(int order, int level, Orders book) {
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
        counts[level]--;
        lots[level] -= book.lots(order);
    }

    private int open(int floor, long key) {
        int level = ladder.insert(floor, key);
        if (level >= lots.length) {
            grow();
        }
        lots[level] = 0;
        counts[level] = 0;
        heads[level] = Orders.NONE;
        tails[level] = Orders.NONE;
        return level;
    }

    private void grow() {
        int length = ladder.capacity();
        lots = Arrays.copyOf(lots, length);
        heads = Arrays.copyOf(heads, length);
        tails = Arrays.copyOf(tails, length);
        counts = Arrays.copyOf(counts, length);
    }
}
