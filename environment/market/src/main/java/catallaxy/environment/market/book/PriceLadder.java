package catallaxy.environment.market.book;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * A set of keys in order: the algorithm of a B+ tree in flat arrays (Bayer and McCreight 1972,
 * <a href="https://doi.org/10.1007/BF00288683">doi</a>), without its removal.
 *
 * <p>Rungs are small positive numbers that stand for keys; a key is a {@code long} of at most 62 bits and the greatest is the best. A
 * node of the tree has up to {@value #FAN} keys side by side, so that a search touches few cache lines, and chooses among them without a
 * branch. Single rungs are never removed: {@link #retain} drops those that nobody needs any more and packs the tree anew, its cost
 * spread over the many that were made meanwhile. A table of rungs lately asked for, one place for each value of a key's low bits, spares
 * most searches, and so do the places where a walk began and where it stands; they are hints that each use checks, so that they
 * influence speed, never results.
 */
final class PriceLadder {
    static final int NONE = 0;

    private static final int FAN = 32;
    private static final int HALF = FAN / 2;
    private static final int MOST_HEIGHT = 8;
    private static final int MOST_RECENT = 1024;
    /** Keys of rungs that are free, from here on; no key of a rung in use is as small. */
    private static final long VACANT = Long.MIN_VALUE;

    private long[] keys;
    private int used = 1;
    private int free = NONE;
    private int size;
    private int[] recent;

    private long[] nodeKeys;
    private int[] children;
    private int[] counts;
    private int[] worseLeaves;
    private int[] betterLeaves;
    private int nodes;
    private int root;
    private int height;

    /** Places in leaves, node and place in it, where the latest walk began and where it stands; 0 if nodes have changed since. */
    private int begun;

    private int reached;

    private final int[] path = new int[MOST_HEIGHT];
    private final int[] places = new int[MOST_HEIGHT];

    PriceLadder(int capacity) {
        keys = new long[capacity];
        keys[NONE] = VACANT;
        recent = new int[Integer.highestOneBit(capacity)];
        int most = 2 + capacity / HALF;
        nodeKeys = new long[most * FAN];
        children = new int[most * FAN];
        counts = new int[most];
        worseLeaves = new int[most];
        betterLeaves = new int[most];
        clear();
    }

    private PriceLadder(PriceLadder source) {
        keys = source.keys.clone();
        used = source.used;
        free = source.free;
        size = source.size;
        recent = source.recent.clone();
        nodeKeys = source.nodeKeys.clone();
        children = source.children.clone();
        counts = source.counts.clone();
        worseLeaves = source.worseLeaves.clone();
        betterLeaves = source.betterLeaves.clone();
        nodes = source.nodes;
        root = source.root;
        height = source.height;
    }

    PriceLadder copy() {
        return new PriceLadder(this);
    }

    /** Length that arrays addressed by rung need. */
    int capacity() {
        return keys.length;
    }

    /** Number of rungs. */
    int size() {
        return size;
    }

    long key(int rung) {
        return keys[rung];
    }

    /** The rung of this key if it was asked for lately, else {@link #NONE} or the rung of another. */
    int recent(long key) {
        return recent[(int) key & (recent.length - 1)];
    }

    /** The rung of this key, or {@link #NONE}. */
    int find(long key) {
        int hint = recent(key);
        if (keys[hint] == key) {
            return hint;
        }
        int leaf = leaf(key);
        int place = leaf * FAN + floor(leaf, key);
        return counts[leaf] > 0 && nodeKeys[place] == key ? children[place] : NONE;
    }

    /** The best rung, or {@link #NONE}. */
    int best() {
        int node = root;
        for (int level = height; level > 1; level--) {
            node = children[node * FAN + counts[node] - 1];
        }
        return counts[node] == 0 ? NONE : children[node * FAN + counts[node] - 1];
    }

    /** The next rung below this one that is {@code marked}, by rung, other than with 0; {@link #NONE} without one. */
    int worse(int rung, byte[] marked) {
        int at = place(rung);
        int leaf = at / FAN;
        while (leaf != NONE) {
            while (--at >= leaf * FAN) {
                if (marked[children[at]] != 0) {
                    reached = at;
                    return children[at];
                }
            }
            leaf = worseLeaves[leaf];
            at = leaf * FAN + counts[leaf];
        }
        return NONE;
    }

    /** Where a rung is in the leaves. */
    private int place(int rung) {
        if (children[reached] == rung) {
            return reached;
        }
        if (children[begun] != rung) {
            int leaf = leaf(keys[rung]);
            begun = leaf * FAN + floor(leaf, keys[rung]);
        }
        return begun;
    }

    /** The rung of a key, made if there is none. */
    int rung(long key) {
        int node = root;
        for (int level = height - 1; level >= 0; level--) {
            path[level] = node;
            places[level] = floor(node, key);
            node = children[node * FAN + places[level]];
        }
        int place = path[0] * FAN + places[0];
        boolean filled = counts[path[0]] > 0;
        int rung = filled && nodeKeys[place] == key ? node : insert(key, filled && nodeKeys[place] < key);
        recent[(int) key & (recent.length - 1)] = rung;
        return rung;
    }

    /** Keeps the rungs that are wanted, and drops the others. */
    void retain(IntPredicate wanted) {
        int[] kept = new int[size];
        int count = 0;
        for (int leaf = worstLeaf(); leaf != NONE; leaf = betterLeaves[leaf]) {
            for (int place = leaf * FAN; place < leaf * FAN + counts[leaf]; place++) {
                int rung = children[place];
                if (wanted.test(rung)) {
                    kept[count++] = rung;
                } else {
                    vacate(rung);
                }
            }
        }
        clear();
        for (int i = 0; i < count; i++) {
            append(kept[i]);
        }
    }

    private void vacate(int rung) {
        keys[rung] = VACANT + free;
        free = rung;
    }

    private void clear() {
        forget();
        nodes = 1;
        size = 0;
        height = 1;
        root = node();
    }

    private void forget() {
        begun = 0;
        reached = 0;
    }

    private int insert(long key, boolean behindFloor) {
        int rung = allocate();
        keys[rung] = key;
        size++;
        put(0, places[0] + (behindFloor ? 1 : 0), key, rung);
        return rung;
    }

    /** Adds a rung whose key is better than all others. */
    private void append(int rung) {
        int node = root;
        for (int level = height - 1; level >= 0; level--) {
            path[level] = node;
            places[level] = Math.max(0, counts[node] - 1);
            node = children[node * FAN + places[level]];
        }
        size++;
        put(0, counts[path[0]], keys[rung], rung);
    }

    private void put(int level, int place, long key, int child) {
        forget();
        int node = path[level];
        int at = place;
        if (counts[node] == FAN) {
            int upper = split(level);
            node = at > HALF ? upper : node;
            at = at > HALF ? at - HALF : at;
        }
        int from = node * FAN + at;
        int moved = counts[node]++ - at;
        System.arraycopy(nodeKeys, from, nodeKeys, from + 1, moved);
        System.arraycopy(children, from, children, from + 1, moved);
        nodeKeys[from] = key;
        children[from] = child;
    }

    /** Halves a full node on the path; returns the new one, which has the better keys. */
    private int split(int level) {
        int upper = node();
        int node = path[level];
        System.arraycopy(nodeKeys, node * FAN + HALF, nodeKeys, upper * FAN, HALF);
        System.arraycopy(children, node * FAN + HALF, children, upper * FAN, HALF);
        counts[node] = HALF;
        counts[upper] = HALF;
        if (level == 0) {
            worseLeaves[upper] = node;
            betterLeaves[upper] = betterLeaves[node];
            worseLeaves[betterLeaves[node]] = upper;
            betterLeaves[node] = upper;
        }
        if (level == height - 1) {
            raise(node);
        }
        put(level + 1, places[level + 1] + 1, nodeKeys[upper * FAN], upper);
        return upper;
    }

    /** Puts a root above the one that was. */
    private void raise(int below) {
        root = node();
        nodeKeys[root * FAN] = nodeKeys[below * FAN];
        children[root * FAN] = below;
        counts[root] = 1;
        path[height] = root;
        places[height] = 0;
        height++;
    }

    /** The leaf where a key is or would be. */
    private int leaf(long key) {
        int node = root;
        for (int level = height; level > 1; level--) {
            node = children[node * FAN + floor(node, key)];
        }
        return node;
    }

    /** Place in a node of the greatest key up to this one; 0 if all are greater. Differences of two keys do not overflow. */
    private int floor(int node, long key) {
        int low = node * FAN;
        for (int length = counts[node]; length > 1; ) {
            int half = length >>> 1;
            low += half & ~(int) ((key - nodeKeys[low + half]) >> (Long.SIZE - 1));
            length -= half;
        }
        return low & (FAN - 1);
    }

    private int worstLeaf() {
        int node = root;
        for (int level = height; level > 1; level--) {
            node = children[node * FAN];
        }
        return node;
    }

    /** An empty node; node 0 is none, and empty too. */
    private int node() {
        if (nodes == counts.length) {
            int length = Math.addExact(nodes, nodes / 2 + 1);
            nodeKeys = Arrays.copyOf(nodeKeys, Math.multiplyExact(length, FAN));
            children = Arrays.copyOf(children, Math.multiplyExact(length, FAN));
            counts = Arrays.copyOf(counts, length);
            worseLeaves = Arrays.copyOf(worseLeaves, length);
            betterLeaves = Arrays.copyOf(betterLeaves, length);
        }
        counts[nodes] = 0;
        worseLeaves[nodes] = NONE;
        betterLeaves[nodes] = NONE;
        return nodes++;
    }

    private int allocate() {
        if (free != NONE) {
            int rung = free;
            free = (int) (keys[rung] - VACANT);
            return rung;
        }
        if (used == keys.length) {
            keys = Arrays.copyOf(keys, Math.addExact(used, used / 2));
            widenRecent();
        }
        return used++;
    }

    private void widenRecent() {
        int length = Math.min(MOST_RECENT, 2 * Integer.highestOneBit(keys.length));
        if (recent.length < length) {
            int[] old = recent;
            recent = new int[length];
            for (int rung : old) {
                recent[(int) keys[rung] & (recent.length - 1)] = rung;
            }
        }
    }
}
