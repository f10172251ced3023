package catallaxy.environment.market.chain;

import catallaxy.environment.base.number.UInt256;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One sender's waiting transactions by nonce, and what they may cost together. Owned by its mempool. */
final class SenderQueue {
    /** A transaction and what its sender must own for it, wei. */
    record Entry(Transaction transaction, UInt256 cost) {}

    private final NavigableMap<Long, Entry> byNonce;
    private UInt256 cost = UInt256.ZERO;
    /** All nonces from the first of these on, up to and without the second, are taken. */
    private long from;

    private long free;

    SenderQueue() {
        this(new TreeMap<>());
    }

    private SenderQueue(NavigableMap<Long, Entry> byNonce) {
        this.byNonce = byNonce;
    }

    int size() {
        return byNonce.size();
    }

    /** In the order of their nonces. */
    Collection<Entry> entries() {
        return byNonce.values();
    }

    /** What all of them may cost together; affordable, so that the sum is a balance. */
    UInt256 cost() {
        return cost;
    }

    /** The one with the highest nonce; there is one. */
    Transaction last() {
        return byNonce.lastEntry().getValue().transaction();
    }

    @Nullable
    Entry get(long nonce) {
        return byNonce.get(nonce);
    }

    /** Adds a transaction, in the place of one with its nonce. */
    void put(Entry entry) {
        Entry old = byNonce.put(entry.transaction().nonce(), entry);
        cost = (old == null ? cost : cost.minusExact(old.cost())).plusExact(entry.cost());
    }

    void remove(long nonce) {
        Entry old = byNonce.remove(nonce);
        if (old == null) {
            throw new IllegalStateException("no transaction of nonce " + nonce + " waits");
        }
        cost = cost.minusExact(old.cost());
        if (nonce == from) {
            from++;
            free = Math.max(free, from);
        } else if (nonce > from && nonce < free) {
            free = nonce;
        }
    }

    /** The lowest nonce from {@code first} on that none of the transactions has. */
    long firstFreeNonce(long first) {
        if (first < from || first > free) {
            free = first;
        }
        from = first;
        while (byNonce.containsKey(free)) {
            free++;
        }
        return free;
    }

    SenderQueue copy() {
        SenderQueue copy = new SenderQueue(new TreeMap<>(byNonce));
        copy.cost = cost;
        copy.from = from;
        copy.free = free;
        return copy;
    }
}
