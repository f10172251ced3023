package catallaxy.environment.market.ledger;

import java.util.Arrays;

/**
 * Which balances have a place, by account and asset: a hash table with open addressing.
 * Places are numbers from 1 on, in order of coming, and stay. Copies share the table until one of them adds a place. Owned by one
 * table of balances.
 */
final class Places {
    /** The place of a balance that has none. */
    static final int NONE = 0;

    /** 2^64 over the golden ratio: its multiples spread over the table. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** Of whom each place is; of nobody is none. */
    private long[] keys;

    /** Places where their keys hash to, or in the next slots; at least half of the slots are free. */
    private int[] slots;

    private int next = NONE + 1;
    private boolean shared;

    Places() {
        keys = new long[16];
        slots = new int[32];
        keys[NONE] = -1;
    }

    private Places(Places other) {
        keys = other.keys;
        slots = other.slots;
        next = other.next;
        shared = true;
    }

    static long key(int account, int asset) {
        return (long) account << Integer.SIZE | asset;
    }

    static int account(long key) {
        return (int) (key >>> Integer.SIZE);
    }

    static int asset(long key) {
        return (int) key;
    }

    /** The place that the next balance takes: one more than there are. */
    int next() {
        return next;
    }

    /** Of whom and what the place is, as {@link #key} packs it. */
    long key(int place) {
        return keys[place];
    }

    /** The balance's place, or none. */
    int find(int account, int asset) {
        return slots[slot(key(account, asset))];
    }

    /** The slot of the key, or the free one where it belongs. */
    private int slot(long key) {
        int slot = (int) ((key * SPREAD) >>> Long.numberOfLeadingZeros(slots.length - 1));
        while (slots[slot] != NONE && keys[slots[slot]] != key) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    /** Gives a place to a balance that has none. */
    int add(int account, int asset) {
        own();
        if (next == keys.length) {
            grow();
        }
        keys[next] = key(account, asset);
        slots[slot(keys[next])] = next;
        return next++;
    }

    private void own() {
        if (shared) {
            keys = keys.clone();
            slots = slots.clone();
            shared = false;
        }
    }

    private void grow() {
        keys = Arrays.copyOf(keys, 2 * keys.length);
        slots = new int[2 * keys.length];
        for (int place = NONE + 1; place < next; place++) {
            slots[slot(keys[place])] = place;
        }
    }

    Places copy() {
        shared = true;
        return new Places(this);
    }
}
