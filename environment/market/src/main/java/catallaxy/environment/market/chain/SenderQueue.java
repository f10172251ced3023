package catallaxy.environment.market.chain;

import catallaxy.environment.base.number.UInt256;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One sender's waiting transactions by nonce, and what they may cost together: side by side in an array, so that the first is taken and a
 * next one appended at once, and others are found by halving. Owned by its mempool.
 */
final class SenderQueue {
    /** A transaction and what its sender must own for it, wei. */
    record Entry(Transaction transaction, UInt256 cost) {
        long nonce() {
            return transaction.nonce();
        }
    }

    private static final int FIRST_ROOM = 2;

    private @Nullable Entry[] waiting;
    private int first;
    private int end;
    private UInt256 cost = UInt256.ZERO;
    /** All nonces from the first of these on, up to and without the second, are taken. */
    private long from;

    private long free;

    SenderQueue() {
        this(new Entry[FIRST_ROOM]);
    }

    private SenderQueue(@Nullable Entry[] waiting) {
        this.waiting = waiting;
    }

    int size() {
        return end - first;
    }

    /** In the order of their nonces. */
    List<Entry> entries() {
        return List.of(Arrays.copyOfRange(waiting, first, end));
    }

    /** What all of them may cost together; affordable, so that the sum is a balance. */
    UInt256 cost() {
        return cost;
    }

    /** The one with the highest nonce; there is one. */
    Transaction last() {
        return at(end - 1).transaction();
    }

    private Entry at(int place) {
        Entry entry = waiting[place];
        if (entry == null || place < first || place >= end) {
            throw new IllegalStateException("nothing waits at " + place + " of " + first + "…" + end);
        }
        return entry;
    }

    /** Place of the first whose nonce is not lower. */
    private int find(long nonce) {
        int low = first;
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (at(middle).nonce() < nonce) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean isAt(int place, long nonce) {
        return place < end && at(place).nonce() == nonce;
    }

    @Nullable
    Entry get(long nonce) {
        int place = find(nonce);
        return isAt(place, nonce) ? at(place) : null;
    }

    /** Adds a transaction, in the place of one with its nonce. */
    void put(Entry entry) {
        int place = find(entry.nonce());
        if (isAt(place, entry.nonce())) {
            cost = cost.minusExact(at(place).cost());
        } else {
            place = insert(place);
        }
        waiting[place] = entry;
        cost = cost.plusExact(entry.cost());
    }

    /** Makes room at a place; where that is then. */
    private int insert(int before) {
        if (before == first && first > 0) {
            return --first;
        }
        int place = before;
        if (end == waiting.length) {
            int room = size() > waiting.length / 2 ? 2 * waiting.length : waiting.length;
            Entry[] moved = new Entry[room];
            System.arraycopy(waiting, first, moved, 0, size());
            waiting = moved;
            place -= first;
            end -= first;
            first = 0;
        }
        System.arraycopy(waiting, place, waiting, place + 1, end - place);
        end++;
        return place;
    }

    void remove(long nonce) {
        int place = find(nonce);
        if (!isAt(place, nonce)) {
            throw new IllegalStateException("no transaction of nonce " + nonce + " waits");
        }
        cost = cost.minusExact(at(place).cost());
        System.arraycopy(waiting, first, waiting, first + 1, place - first);
        waiting[first++] = null;
        if (nonce == from) {
            from++;
            free = Math.max(free, from);
        } else if (nonce > from && nonce < free) {
            free = nonce;
        }
    }

    /** The lowest nonce from {@code lowest} on that none of the transactions has. */
    long firstFreeNonce(long lowest) {
        if (lowest < from || lowest > free) {
            free = lowest;
        }
        from = lowest;
        for (int place = find(free); isAt(place, free); place++) {
            free++;
        }
        return free;
    }

    SenderQueue copy() {
        SenderQueue copy = new SenderQueue(waiting.clone());
        copy.first = first;
        copy.end = end;
        copy.cost = cost;
        copy.from = from;
        copy.free = free;
        return copy;
    }
}
