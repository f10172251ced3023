package catallaxy.environment.market.book;

import catallaxy.environment.api.command.Side;
import java.util.Arrays;

/**
 * The resting orders of one side: price blocks, each a row of queues, on a ladder.
 *
 * <p>A price is held as a key that grows with attractiveness: the price itself for bids, its complement for asks. A
 * block stands for {@value #SPAN} adjacent keys and has a bit for each that holds orders. A level is one key of a block, numbered
 * {@code block * SPAN} plus the key's low bits; its queue is a word with the oldest and the youngest order. An order changes its level
 * without a search, and without a branch on whether a queue is or becomes empty: mispredicted branches are what the time of a command
 * goes to. For the same reason a block stays on the ladder when its last order leaves, until blocks without orders are many.
 */
final class BookSide {
    static final int NONE = 0;

    private static final int SPAN_BITS = 3;
    private static final int SPAN = 1 << SPAN_BITS;
    private static final int LOW = SPAN - 1;
    /** A block's bits, as a byte is read. */
    private static final int ALL = (1 << SPAN) - 1;
    /** So many blocks may be without orders, and as many as have some. */
    private static final int SPARE = 8;
    /** Words before the first row, with which rows of large books fill whole cache lines behind the array's header. */
    private static final int HEAD = 6;

    private final long mask;
    private final int bit;
    private final PriceLadder ladder;
    private byte[] occupied;
    private long[] queues;
    private int empty;
    private int best = NONE;
    private long bestKey;
    private int orders;
    private long totalLots;

    BookSide(Side side, int capacity) {
        mask = side == Side.BUY ? 0 : -1;
        bit = index(side);
        ladder = new PriceLadder(capacity);
        occupied = new byte[capacity];
        queues = new long[capacity * SPAN + HEAD];
    }

    private BookSide(BookSide source) {
        mask = source.mask;
        bit = source.bit;
        ladder = source.ladder.copy();
        occupied = source.occupied.clone();
        queues = source.queues.clone();
        empty = source.empty;
        best = source.best;
        bestKey = source.bestKey;
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
        return ladder.key(level >> SPAN_BITS) << SPAN_BITS | (level & LOW);
    }

    long priceTicksOf(int level) {
        return keyOf(level) ^ mask;
    }

    /** Number of prices that hold orders, counted. */
    int levels() {
        int levels = 0;
        for (int block = ladder.best(); block != PriceLadder.NONE; block = ladder.worse(block, occupied)) {
            levels += Integer.bitCount(occupied[block] & ALL);
        }
        return levels;
    }

    int orders() {
        return orders;
    }

    /** Lots of all orders, hidden ones too. */
    long totalLots() {
        return totalLots;
    }

    boolean hasRoom(long moreLots) {
        return moreLots <= Long.MAX_VALUE - totalLots;
    }

    /** Whether the best level is at least as attractive as {@code key}. */
    boolean reaches(long key) {
        return best != NONE && bestKey >= key;
    }

    /** The best level, or {@link #NONE}. */
    int best() {
        return best;
    }

    /** The level next to be reached after this one, or {@link #NONE}. */
    int worse(int level) {
        int block = level >> SPAN_BITS;
        int below = occupied[block] & ((1 << (level & LOW)) - 1);
        return below != 0 ? block << SPAN_BITS | highestBit(below) : highest(ladder.worse(block, occupied));
    }

    /** The order that trades first at a level, or {@link Orders#NONE}. */
    int head(int level) {
        return (int) (queues[level + HEAD] >> Integer.SIZE);
    }

    /** The level at this key if it holds orders, else {@link #NONE}. */
    int find(long key) {
        int level = ladder.find(key >> SPAN_BITS) << SPAN_BITS | (int) (key & LOW);
        return queues[level + HEAD] == 0 ? NONE : level;
    }

    /** Puts a new order last in the queue at {@code key}. */
    void add(int order, long key, Orders book) {
        orders++;
        totalLots += book.lots(order);
        enqueue(order, level(key), book);
    }

    /** Takes an order out of its queue. */
    void remove(int order, Orders book) {
        orders--;
        totalLots -= book.lots(order);
        dequeue(order, book);
    }

    /** Moves an order to the end of the queue at a level, with other open lots. */
    void move(int order, int level, long newLots, Orders book) {
        totalLots += newLots - book.lots(order);
        book.lots(order, newLots);
        dequeue(order, book);
        enqueue(order, level, book);
    }

    /** Lowers the open lots of an order that keeps its place. */
    void reduce(int order, long by, Orders book) {
        totalLots -= by;
        book.lots(order, book.lots(order) - by);
    }

    /** Takes away hidden lots of an iceberg that keeps its place. */
    void reduceHidden(int order, long by, Orders book) {
        totalLots -= by;
        book.reduceHidden(order, by);
    }

    private void enqueue(int order, int level, Orders book) {
        long queue = queues[level + HEAD];
        int tail = (int) queue;
        int head = (int) (queue >> Integer.SIZE);
        head |= order & ((head - 1) >> (Integer.SIZE - 1));
        book.younger(tail, order);
        book.links(order, tail, Orders.NONE);
        book.level(order, level << 1 | bit);
        queues[level + HEAD] = (long) head << Integer.SIZE | order;
        int block = level >> SPAN_BITS;
        int before = occupied[block];
        empty -= before == 0 ? 1 : 0;
        occupied[block] = (byte) (before | 1 << (level & LOW));
        long key = keyOf(level);
        if (key > bestKey || best == NONE) {
            best = level;
            bestKey = key;
        }
    }

    private void dequeue(int order, Orders book) {
        int older = book.older(order);
        int younger = book.younger(order);
        int level = book.level(order) >> 1;
        book.younger(older, younger);
        book.older(younger, older);
        long queue = queues[level + HEAD];
        int head = (int) (queue >> Integer.SIZE) == order ? younger : (int) (queue >> Integer.SIZE);
        int tail = (int) queue == order ? older : (int) queue;
        queues[level + HEAD] = (long) head << Integer.SIZE | tail;
        int last = (tail - 1) >>> (Integer.SIZE - 1);
        int block = level >> SPAN_BITS;
        int left = occupied[block] & ~(last << (level & LOW));
        occupied[block] = (byte) left;
        empty += left == 0 ? 1 : 0;
        if (level == best && last != 0) {
            best = worse(level);
            bestKey = keyOf(best);
        }
    }

    /** The level at a key, whether it holds orders or not; valid until the next command. */
    int level(long key) {
        long blockKey = key >> SPAN_BITS;
        int block = ladder.recent(blockKey);
        return (ladder.key(block) == blockKey ? block : open(blockKey)) << SPAN_BITS | (int) (key & LOW);
    }

    private int open(long blockKey) {
        if (empty > ladder.size() / 2 + SPARE) {
            ladder.retain(block -> occupied[block] != 0);
            empty = 0;
        }
        int before = ladder.size();
        int block = ladder.rung(blockKey);
        empty += ladder.size() - before;
        if (block >= occupied.length) {
            int length = ladder.capacity();
            occupied = Arrays.copyOf(occupied, length);
            queues = Arrays.copyOf(queues, Math.addExact(Math.multiplyExact(length, SPAN), HEAD));
        }
        return block;
    }

    private int highest(int block) {
        return block == PriceLadder.NONE ? NONE : block << SPAN_BITS | highestBit(occupied[block] & ALL);
    }

    private static int highestBit(int bits) {
        return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(bits);
    }
}
