package catallaxy.environment.market.book;

import catallaxy.environment.api.command.Side;
import java.util.Arrays;

/**
 * The resting orders of one side: a ladder of price blocks, each a row of queues.
 *
 * <p>A price is held as a key that grows with attractiveness: the price itself for bids, its complement for asks. A
 * block stands for {@value #SPAN} adjacent keys at least one of which holds orders, and has a bit for each that does.
 * A level is one key of a block, numbered {@code block * SPAN} plus the key's low bits; its queue is a ring of orders
 * known by its youngest. Within a block an order changes its level without a search, and without a branch on whether
 * a queue is or becomes empty: mispredicted branches are what the time of a command goes to.
 */
final class BookSide {
    static final int NONE = 0;

    private static final int SPAN_BITS = 4;
    private static final int SPAN = 1 << SPAN_BITS;
    private static final int LOW = SPAN - 1;

    private final long mask;
    private final int bit;
    private final PriceLadder ladder;
    private int[] occupied;
    private int[] tails;
    private int orders;
    private long totalLots;

    BookSide(Side side, int capacity) {
        mask = side == Side.BUY ? 0 : -1;
        bit = index(side);
        ladder = new PriceLadder(capacity);
        occupied = new int[capacity];
        tails = new int[capacity * SPAN];
    }

    private BookSide(BookSide source) {
        mask = source.mask;
        bit = source.bit;
        ladder = source.ladder.copy();
        occupied = source.occupied.clone();
        tails = source.tails.clone();
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
        for (int block = ladder.best(); block != PriceLadder.NONE; block = ladder.worse(block)) {
            levels += Integer.bitCount(occupied[block]);
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
        return orders > 0 && keyOf(best()) >= key;
    }

    /** The best level, or {@link #NONE}. */
    int best() {
        return highest(ladder.best());
    }

    /** The worst level, or {@link #NONE}. */
    int worst() {
        int block = ladder.worst();
        return block << SPAN_BITS | (Integer.numberOfTrailingZeros(occupied[block]) & LOW);
    }

    /** The level next to be reached after this one, or {@link #NONE}. */
    int worse(int level) {
        int block = level >> SPAN_BITS;
        int below = occupied[block] & ((1 << (level & LOW)) - 1);
        return below != 0 ? block << SPAN_BITS | highestBit(below) : highest(ladder.worse(block));
    }

    /** The order that trades first at a level, or {@link Orders#NONE}. */
    int head(int level, Orders book) {
        int tail = tails[level];
        return tail == Orders.NONE ? Orders.NONE : book.younger(tail);
    }

    /** The order that trades after this one at its level, or {@link Orders#NONE}. */
    int behind(int order, Orders book) {
        return tails[book.level(order) >> 1] == order ? Orders.NONE : book.younger(order);
    }

    /** The level at this key if it holds orders, else {@link #NONE}. */
    int find(long key) {
        int block = ladder.floor(key >> SPAN_BITS);
        int level = block << SPAN_BITS | (int) (key & LOW);
        return block != PriceLadder.NONE && keyOf(level) == key && tails[level] != Orders.NONE ? level : NONE;
    }

    /** Puts a new order last in the queue at {@code key}. */
    void add(int order, long key, Orders book) {
        orders++;
        totalLots += book.lots(order);
        long blockKey = key >> SPAN_BITS;
        enqueue(order, block(ladder.floor(blockKey), blockKey), key, book);
    }

    /** Takes an order out of its queue. */
    void remove(int order, Orders book) {
        orders--;
        totalLots -= book.lots(order);
        int level = book.level(order) >> 1;
        dequeue(order, level, book);
        closeIfEmpty(level >> SPAN_BITS);
    }

    /** Moves an order to the end of the queue at {@code key}, with other open lots. */
    void move(int order, long key, long newLots, Orders book) {
        totalLots += newLots - book.lots(order);
        book.lots(order, newLots);
        int level = book.level(order) >> 1;
        int from = level >> SPAN_BITS;
        long blockKey = key >> SPAN_BITS;
        if (ladder.key(from) == blockKey) {
            dequeue(order, level, book);
            enqueue(order, from, key, book);
        } else {
            int to = block(ladder.floorNear(from, blockKey), blockKey);
            dequeue(order, level, book);
            enqueue(order, to, key, book);
            closeIfEmpty(from);
        }
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

    private void enqueue(int order, int block, long key, Orders book) {
        int place = (int) key & LOW;
        int level = block << SPAN_BITS | place;
        int tail = tails[level];
        int head = tail == Orders.NONE ? order : book.younger(tail);
        book.join(tail, order);
        book.join(order, head);
        tails[level] = order;
        occupied[block] |= 1 << place;
        book.level(order, level << 1 | bit);
    }

    private void dequeue(int order, int level, Orders book) {
        int older = book.older(order);
        int younger = book.younger(order);
        int tail = older == order ? Orders.NONE : older;
        book.join(older, younger);
        tails[level] = tails[level] == order ? tail : tails[level];
        int last = (tail - 1) >>> 31;
        occupied[level >> SPAN_BITS] &= ~(last << (level & LOW));
    }

    private void closeIfEmpty(int block) {
        if (occupied[block] == 0) {
            ladder.remove(block);
        }
    }

    private int block(int floor, long blockKey) {
        return floor != PriceLadder.NONE && ladder.key(floor) == blockKey ? floor : open(floor, blockKey);
    }

    private int open(int floor, long blockKey) {
        int block = ladder.insert(floor, blockKey);
        if (block >= occupied.length) {
            int length = ladder.capacity();
            occupied = Arrays.copyOf(occupied, length);
            tails = Arrays.copyOf(tails, Math.multiplyExact(length, SPAN));
        }
        return block;
    }

    private int highest(int block) {
        return block == PriceLadder.NONE ? NONE : block << SPAN_BITS | highestBit(occupied[block]);
    }

    private static int highestBit(int bits) {
        return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(bits);
    }
}
