package catallaxy.environment.market.book;

import java.util.Arrays;

/**
 * The price levels of one side in order of price: a linked list with a directory to jump into.
 *
 * <p>Levels are small numbers; a level's key is any {@code long} and the greatest is the best. The directory cuts the
 * keys into consecutive ranges of at most {@value #MOST} levels each, sorted by lower bound, and knows the lowest level
 * of each range. A search is a binary search over ranges and a short walk; a search near a known level is a walk alone,
 * which is what most replacements of resting orders need. Levels come and go without moving others. The first range
 * begins at {@link Long#MIN_VALUE} and is the only one that may be empty.
 */
final class PriceLadder {
    static final int NONE = -1;

    private static final int MOST = 32;
    private static final int NEAR = 8;

    private long[] keys;
    private int[] better;
    private int[] worse;
    private int[] range;
    private int used;
    private int free = NONE;
    private int size;
    private int best = NONE;
    private int worst = NONE;

    private long[] sortedLows;
    private int[] sortedRanges;
    private int ranges;

    private long[] lows;
    private int[] lowest;
    private int[] members;
    private int freeRange = NONE;
    private int usedRanges;

    PriceLadder(int capacity) {
        keys = new long[capacity];
        better = new int[capacity];
        worse = new int[capacity];
        range = new int[capacity];
        int directory = Math.max(2, capacity / MOST);
        sortedLows = new long[directory];
        sortedRanges = new int[directory];
        lows = new long[directory];
        lowest = new int[directory];
        members = new int[directory];
        openRange(0, Long.MIN_VALUE);
    }

    private PriceLadder(PriceLadder source) {
        keys = source.keys.clone();
        better = source.better.clone();
        worse = source.worse.clone();
        range = source.range.clone();
        used = source.used;
        free = source.free;
        size = source.size;
        best = source.best;
        worst = source.worst;
        sortedLows = source.sortedLows.clone();
        sortedRanges = source.sortedRanges.clone();
        ranges = source.ranges;
        lows = source.lows.clone();
        lowest = source.lowest.clone();
        members = source.members.clone();
        freeRange = source.freeRange;
        usedRanges = source.usedRanges;
    }

    PriceLadder copy() {
        return new PriceLadder(this);
    }

    int size() {
        return size;
    }

    /** One more than the greatest level in use: the length that arrays by level need. */
    int capacity() {
        return keys.length;
    }

    int best() {
        return best;
    }

    int worst() {
        return worst;
    }

    int worse(int level) {
        return worse[level];
    }

    long key(int level) {
        return keys[level];
    }

    /** The level with the greatest key up to {@code key}, or {@link #NONE}. */
    int floor(long key) {
        int level = lowest[sortedRanges[position(key)]];
        if (level == NONE) {
            return NONE;
        }
        return keys[level] > key ? worse[level] : climb(level, key);
    }

    /** As {@link #floor}, faster if the answer is close to {@code level}. */
    int floorNear(int level, long key) {
        int at = level;
        if (keys[at] <= key) {
            for (int step = 0; step < NEAR; step++) {
                int next = better[at];
                if (next == NONE || keys[next] > key) {
                    return at;
                }
                at = next;
            }
        } else {
            for (int step = 0; step < NEAR; step++) {
                at = worse[at];
                if (at == NONE || keys[at] <= key) {
                    return at;
                }
            }
        }
        return floor(key);
    }

    /** Adds a level for a key that has none, given its floor. */
    int insert(int floor, long key) {
        int level = allocate();
        keys[level] = key;
        link(level, floor);
        return level;
    }

    void remove(int level) {
        unlink(level);
        worse[level] = free;
        free = level;
    }

    /** Gives a level another key that no other level has, given that key's floor. */
    void rekey(int level, int floor, long key) {
        if ((floor == level || floor == worse[level]) && inRange(level, key)) {
            keys[level] = key;
            return;
        }
        int below = floor == level ? worse[level] : floor;
        unlink(level);
        keys[level] = key;
        link(level, below);
    }

    private boolean inRange(int level, long key) {
        int own = range[level];
        int next = better[level];
        return key >= lows[own] && (next == NONE || range[next] == own || key < lows[range[next]]);
    }

    private void link(int level, int floor) {
        int above = floor == NONE ? worst : better[floor];
        worse[level] = floor;
        better[level] = above;
        if (floor == NONE) {
            worst = level;
        } else {
            better[floor] = level;
        }
        if (above == NONE) {
            best = level;
        } else {
            worse[above] = level;
        }
        size++;
        enter(level, floor, above);
    }

    private void enter(int level, int floor, int above) {
        int own = rangeOf(keys[level], floor, above);
        range[level] = own;
        if (floor == NONE || range[floor] != own) {
            lowest[own] = level;
        }
        if (++members[own] > MOST) {
            split(own);
        }
    }

    private int rangeOf(long key, int floor, int above) {
        if (above != NONE && key >= lows[range[above]]) {
            return range[above];
        }
        return floor == NONE ? sortedRanges[0] : range[floor];
    }

    private void unlink(int level) {
        int floor = worse[level];
        int above = better[level];
        if (floor == NONE) {
            worst = above;
        } else {
            better[floor] = above;
        }
        if (above == NONE) {
            best = floor;
        } else {
            worse[above] = floor;
        }
        size--;
        leave(level, above);
    }

    private void leave(int level, int above) {
        int own = range[level];
        if (--members[own] == 0) {
            lowest[own] = NONE;
            if (lows[own] != Long.MIN_VALUE) {
                closeRange(own);
            }
        } else if (lowest[own] == level) {
            lowest[own] = above;
        }
    }

    private int climb(int level, long key) {
        int at = level;
        int next = better[at];
        while (next != NONE && keys[next] <= key) {
            at = next;
            next = better[at];
        }
        return at;
    }

    /** The last range whose lower bound is at most {@code key}. */
    private int position(long key) {
        int low = 0;
        int high = ranges;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (sortedLows[middle] <= key) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void split(int full) {
        int middle = lowest[full];
        for (int i = 0; i < MOST / 2; i++) {
            middle = better[middle];
        }
        int upper = openRange(position(lows[full]) + 1, keys[middle]);
        lowest[upper] = middle;
        for (int level = middle; level != NONE && range[level] == full; level = better[level]) {
            range[level] = upper;
            members[upper]++;
        }
        members[full] -= members[upper];
    }

    private int openRange(int at, long low) {
        if (ranges == sortedRanges.length) {
            sortedRanges = Arrays.copyOf(sortedRanges, grown(ranges));
            sortedLows = Arrays.copyOf(sortedLows, sortedRanges.length);
        }
        System.arraycopy(sortedLows, at, sortedLows, at + 1, ranges - at);
        System.arraycopy(sortedRanges, at, sortedRanges, at + 1, ranges - at);
        int opened = allocateRange();
        sortedLows[at] = low;
        sortedRanges[at] = opened;
        ranges++;
        lows[opened] = low;
        lowest[opened] = NONE;
        members[opened] = 0;
        return opened;
    }

    private void closeRange(int closed) {
        int at = position(lows[closed]);
        ranges--;
        System.arraycopy(sortedLows, at + 1, sortedLows, at, ranges - at);
        System.arraycopy(sortedRanges, at + 1, sortedRanges, at, ranges - at);
        lowest[closed] = freeRange;
        freeRange = closed;
    }

    private int allocate() {
        if (free != NONE) {
            int level = free;
            free = worse[level];
            return level;
        }
        if (used == keys.length) {
            int length = grown(used);
            keys = Arrays.copyOf(keys, length);
            better = Arrays.copyOf(better, length);
            worse = Arrays.copyOf(worse, length);
            range = Arrays.copyOf(range, length);
        }
        return used++;
    }

    private int allocateRange() {
        if (freeRange != NONE) {
            int reused = freeRange;
            freeRange = lowest[reused];
            return reused;
        }
        if (usedRanges == lows.length) {
            int length = grown(usedRanges);
            lows = Arrays.copyOf(lows, length);
            lowest = Arrays.copyOf(lowest, length);
            members = Arrays.copyOf(members, length);
        }
        return usedRanges++;
    }

    private static int grown(int length) {
        return Math.addExact(length, length / 2 + 4);
    }
}
