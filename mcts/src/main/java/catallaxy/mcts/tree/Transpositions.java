package catallaxy.mcts.tree;

import java.util.Arrays;

/** States by the keys of their positions: open addressing with linear probing, at most half full. */
final class Transpositions {
    private static final int FIRST_CAPACITY = 1 << 10;
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private long[] keys = new long[FIRST_CAPACITY];
    private int[] states = emptySlots(FIRST_CAPACITY);
    private int size;

    /** The state remembered for {@code key}, or {@link SearchTree#NONE}. */
    int get(long key) {
        return states[slot(key)];
    }

    void put(long key, int state) {
        int slot = slot(key);
        if (states[slot] == SearchTree.NONE && ++size * 2 > keys.length) {
            grow();
            slot = slot(key);
        }
        keys[slot] = key;
        states[slot] = state;
    }

    void clear() {
        if (size > 0) {
            Arrays.fill(states, SearchTree.NONE);
            size = 0;
        }
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) ((key * SPREAD) >>> 32) & mask;
        while (states[slot] != SearchTree.NONE && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldStates = states;
        keys = new long[2 * oldKeys.length];
        states = emptySlots(keys.length);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldStates[i] != SearchTree.NONE) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                states[slot] = oldStates[i];
            }
        }
    }

    private static int[] emptySlots(int capacity) {
        int[] slots = new int[capacity];
        Arrays.fill(slots, SearchTree.NONE);
        return slots;
    }
}
