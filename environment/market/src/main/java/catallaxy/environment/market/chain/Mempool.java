package catallaxy.environment.market.chain;

import catallaxy.environment.market.kernel.StateReader;
import catallaxy.environment.market.kernel.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Transactions that wait for a block, in order of arrival.
 *
 * <p>One per sender and nonce: a later one replaces it if it raises both fees, in all and to the proposer, by at least
 * 10 %, rounded down, and by at least one wei: the rule of geth, under which transactions that tip nothing do not
 * replace each other. Owned by its chain.
 */
final class Mempool {
    /** One part in so many is the least raise. */
    private static final int REPLACEMENT_RAISE = 10;

    private final int limit;
    private final List<Transaction> waiting;

    Mempool(int limit) {
        this(limit, new ArrayList<>());
    }

    private Mempool(int limit, List<Transaction> waiting) {
        this.limit = limit;
        this.waiting = waiting;
    }

    /** Takes a transaction in; returns why not, or nothing. */
    Optional<String> add(Transaction transaction) {
        for (int i = 0; i < waiting.size(); i++) {
            Transaction old = waiting.get(i);
            if (old.participant() == transaction.participant() && old.nonce() == transaction.nonce()) {
                return replace(i, old, transaction);
            }
        }
        if (waiting.size() >= limit) {
            return Optional.of("MEMPOOL_FULL");
        }
        waiting.add(transaction);
        return Optional.empty();
    }

    private Optional<String> replace(int index, Transaction old, Transaction transaction) {
        boolean better = raised(old.maxFeePerGasWei(), transaction.maxFeePerGasWei())
                && raised(old.maxPriorityFeePerGasWei(), transaction.maxPriorityFeePerGasWei());
        if (!better) {
            return Optional.of("REPLACEMENT_UNDERPRICED");
        }
        waiting.remove(index);
        waiting.add(transaction);
        return Optional.empty();
    }

    private static boolean raised(long before, long after) {
        return after - before >= Math.max(1, before / REPLACEMENT_RAISE);
    }

    /** The lowest nonce from {@code first} on that none of the sender's waiting transactions has. */
    long firstFreeNonce(int participant, long first) {
        long nonce = first;
        while (has(participant, nonce)) {
            nonce++;
        }
        return nonce;
    }

    private boolean has(int participant, long nonce) {
        for (int i = 0; i < waiting.size(); i++) {
            Transaction each = waiting.get(i);
            if (each.participant() == participant && each.nonce() == nonce) {
                return true;
            }
        }
        return false;
    }

    /** Waiting transactions of a sender. */
    int count(int participant) {
        int count = 0;
        for (int i = 0; i < waiting.size(); i++) {
            count += waiting.get(i).participant() == participant ? 1 : 0;
        }
        return count;
    }

    List<Transaction> waiting() {
        return waiting;
    }

    void remove(Transaction transaction) {
        waiting.remove(transaction);
    }

    Mempool copy() {
        return new Mempool(limit, new ArrayList<>(waiting));
    }

    void save(StateWriter out) {
        out.int32(waiting.size());
        waiting.forEach(each -> TransactionCodec.write(out, each));
    }

    static Mempool load(StateReader in, int limit) {
        Mempool mempool = new Mempool(limit);
        int size = in.count(1);
        for (int i = 0; i < size; i++) {
            mempool.waiting.add(TransactionCodec.read(in));
        }
        return mempool;
    }
}
