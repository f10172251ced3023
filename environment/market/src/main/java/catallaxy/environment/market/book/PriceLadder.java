package catallaxy.environment.market.book;

import java.util.Arrays;

/**
 * A set of keys in order, as a linked list of rungs with marks to start a search from.
 *
 * <p>Rungs are small positive numbers, reused; a key is any {@code long} and the greatest is the best. Rung 0 closes
 * the list to a ring: beyond the best and below the worst. Marks remember where every {@value #SPACING}th rung was.
 * They are hints: rungs come and go without touching them, a search checks the one it starts from, and when searches
 * have walked too far in sum the marks are set anew. Hence a change costs a few writes and a search is a binary search
 * over marks and a short walk; now and then, its cost spread over the walks that caused it, a pass over all rungs. A
 * search near a known rung is a walk alone, which is what most replacements of resting orders need. Marks influence
 * speed, never results.
 */
final class PriceLadder {
    static final int NONE = 0;

    private static final int SPACING = 16;
    private static final int NEAR = 4;

    private long[] keys;
    private int[] better;
    private int[] worse;
    private int used = 1;
    private int free = NONE;
    private int size;

    private long[] markedKeys;
    private int[] marks;
    private int marked;
    private int excess;

    PriceLadder(int capacity) {
        keys = new long[capacity];
        better = new int[capacity];
        worse = new int[capacity];
        markedKeys = new long[capacity / SPACING + 1];
        marks = new int[capacity / SPACING + 1];
    }

    private PriceLadder(PriceLadder source) {
        keys = source.keys.clone();
        better = source.better.clone();
        worse = source.worse.clone();
        used = source.used;
        free = source.free;
        size = source.size;
        markedKeys = source.markedKeys.clone();
        marks = source.marks.clone();
        marked = source.marked;
        excess = source.excess;
    }

    PriceLadder copy() {
        return new PriceLadder(this);
    }

    /** Length that arrays addressed by rung need. */
    int capacity() {
        return keys.length;
    }

    /** The best rung, or {@link #NONE}. */
    int best() {
        return worse[NONE];
    }

    /** The worst rung, or {@link #NONE}. */
    int worst() {
        return better[NONE];
    }

    int worse(int rung) {
        return worse[rung];
    }

    long key(int rung) {
        return keys[rung];
    }

    /** The rung with the greatest key up to {@code key}, or {@link #NONE}. */
    int floor(long key) {
        int at = start(key);
        int steps = 0;
        while (at != NONE && keys[at] > key) {
            at = worse[at];
            steps++;
        }
        for (int next = better[at]; next != NONE && keys[next] <= key; next = better[at]) {
            at = next;
            steps++;
        }
        excess += Math.max(0, steps - SPACING);
        if (excess > size) {
            mark();
        }
        return at;
    }

    /** As {@link #floor}, faster if the answer is close to {@code rung}. */
    int floorNear(int rung, long key) {
        int at = rung;
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

    /** Adds a rung for a key that has none, given its floor. */
    int insert(int floor, long key) {
        int rung = allocate();
        keys[rung] = key;
        link(rung, floor);
        size++;
        return rung;
    }

    void remove(int rung) {
        unlink(rung);
        size--;
        worse[rung] = ~free;
        free = rung;
    }

    private void link(int rung, int floor) {
        int above = better[floor];
        worse[rung] = floor;
        better[rung] = above;
        better[floor] = rung;
        worse[above] = rung;
    }

    private void unlink(int rung) {
        int floor = worse[rung];
        int above = better[rung];
        better[floor] = above;
        worse[above] = floor;
    }

    /** A rung near the key: a mark if a fitting one is left, else the best. */
    private int start(long key) {
        for (int at = position(key); at >= 0; at--) {
            int rung = marks[at];
            if (fits(rung, at)) {
                return rung;
            }
            excess++;
        }
        return worse[NONE];
    }

    private boolean fits(int rung, int at) {
        return worse[rung] >= 0
                && keys[rung] >= markedKeys[at]
                && (at + 1 == marked || keys[rung] <= markedKeys[at + 1]);
    }

    /** The last mark whose key is at most {@code key}, or the first mark, or -1 without marks. */
    private int position(long key) {
        int low = 0;
        for (int length = marked; length > 1; ) {
            int half = length >>> 1;
            low = markedKeys[low + half] <= key ? low + half : low;
            length -= half;
        }
        return Math.min(low, marked - 1);
    }

    private void mark() {
        excess = 0;
        marked = 0;
        if (size / SPACING >= marks.length) {
            marks = new int[size / SPACING * 3 / 2 + 1];
            markedKeys = new long[marks.length];
        }
        int rank = 0;
        for (int rung = better[NONE]; rung != NONE; rung = better[rung]) {
            if (rank++ % SPACING == SPACING / 2) {
                markedKeys[marked] = keys[rung];
                marks[marked++] = rung;
            }
        }
    }

    private int allocate() {
        if (free != NONE) {
            int rung = free;
            free = ~worse[rung];
            return rung;
        }
        if (used == keys.length) {
            int length = Math.addExact(used, used / 2);
            keys = Arrays.copyOf(keys, length);
            better = Arrays.copyOf(better, length);
            worse = Arrays.copyOf(worse, length);
        }
        return used++;
    }
}
