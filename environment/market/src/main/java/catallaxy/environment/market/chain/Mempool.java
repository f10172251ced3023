package catallaxy.environment.market.chain;

import catallaxy.environment.api.command.CallReader;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Transactions that wait for a block, by sender and nonce.
 *
 * <p>One per sender and nonce: a later one replaces it if it raises both fees, in all and to the proposer, by at least
 * 10 %, rounded down, and by at least one wei: the rule of geth, under which transactions that tip nothing do not
 * replace each other. Taking one in or out costs the logarithm of what its sender has waiting. Owned by its chain.
 */
final class Mempool implements PendingPool {
    private final int limit;
    private final BySender<SenderQueue> senders;
    /** By sender, its transaction whose nonce is its next. */
    private final BySender<Transaction> executable;

    private int size;
    /** No deadline of a waiting transaction is earlier. */
    private long earliestDeadlineNanos = Long.MAX_VALUE;

    Mempool(int limit) {
        this(limit, new BySender<>(), new BySender<>());
    }

    private Mempool(int limit, BySender<SenderQueue> senders, BySender<Transaction> executable) {
        this.limit = limit;
        this.senders = senders;
        this.executable = executable;
    }

    /**
     * Takes a transaction in; returns why not, or nothing.
     *
     * @param cost      what its sender must own for it; all that one sender has waiting is covered by its balance
     * @param nextNonce the nonce with which its sender's transaction is executable, at most its own
     */
    Optional<String> add(Transaction transaction, UInt256 cost, long nextNonce) {
        SenderQueue queue = queue(transaction.participant());
        SenderQueue.Entry old = queue.get(transaction.nonce());
        if (old == null && size >= limit) {
            return Optional.of("MEMPOOL_FULL");
        } else if (old != null && !replaces(old.transaction(), transaction)) {
            return Optional.of("REPLACEMENT_UNDERPRICED");
        }
        size += old == null ? 1 : 0;
        queue.put(new SenderQueue.Entry(transaction, cost));
        if (transaction.nonce() == nextNonce) {
            executable.put(transaction.participant(), transaction);
        }
        earliestDeadlineNanos = Math.min(earliestDeadlineNanos, transaction.deadlineNanos());
        return Optional.empty();
    }

    private SenderQueue queue(int sender) {
        SenderQueue queue = senders.get(sender);
        if (queue == null) {
            queue = new SenderQueue();
            senders.put(sender, queue);
        }
        return queue;
    }

    /** Whether there is no room for another transaction. */
    boolean isFull() {
        return size >= limit;
    }

    /**
     * The transaction that goes first where room is needed: of the last that each other sender has waiting, the one that tips least, then
     * that pays least, then that came last. None if nobody else has any.
     */
    Optional<Transaction> cheapestOfOthers(int sender) {
        Comparator<Transaction> byOffer = Comparator.comparingLong(Transaction::maxPriorityFeePerGasWei)
                .thenComparingLong(Transaction::maxFeePerGasWei)
                .thenComparing(Comparator.comparingLong(Transaction::sequence).reversed());
        return senders.all().stream()
                .filter(each -> each.size() > 0)
                .map(SenderQueue::last)
                .filter(last -> last.participant() != sender)
                .min(byOffer);
    }

    /**
     * Takes a transaction back in that had left for a block, whatever the limit, unless its sender has sent another with its nonce
     * since; {@link #promote} follows for its sender.
     */
    void putBack(SenderQueue.Entry entry) {
        Transaction transaction = entry.transaction();
        SenderQueue queue = queue(transaction.participant());
        if (queue.get(transaction.nonce()) == null) {
            queue.put(entry);
            size++;
            earliestDeadlineNanos = Math.min(earliestDeadlineNanos, transaction.deadlineNanos());
        }
    }

    /** A waiting transaction with what its sender must own for it. */
    SenderQueue.Entry entry(Transaction transaction) {
        SenderQueue queue = senders.get(transaction.participant());
        SenderQueue.Entry entry = queue == null ? null : queue.get(transaction.nonce());
        if (entry == null) {
            throw new IllegalStateException(transaction + " does not wait");
        }
        return entry;
    }

    private static boolean replaces(Transaction old, Transaction young) {
        return raised(old.maxFeePerGasWei(), young.maxFeePerGasWei())
                && raised(old.maxPriorityFeePerGasWei(), young.maxPriorityFeePerGasWei());
    }

    private static boolean raised(long before, long after) {
        return after - before >= Math.max(1, before / MarketCommand.REPLACEMENT_RAISE);
    }

    /** The lowest nonce from {@code first} on that none of the sender's waiting transactions has. */
    long firstFreeNonce(int participant, long first) {
        SenderQueue queue = senders.get(participant);
        return queue == null ? first : queue.firstFreeNonce(first);
    }

    /** What a sender's waiting transactions but the one of a nonce may cost together, wei. */
    UInt256 costOfOthers(int participant, long nonce) {
        SenderQueue queue = senders.get(participant);
        if (queue == null) {
            return UInt256.ZERO;
        }
        SenderQueue.Entry same = queue.get(nonce);
        return same == null ? queue.cost() : queue.cost().minusExact(same.cost());
    }

    boolean hasExecutable() {
        return !executable.isEmpty();
    }

    @Override
    public Collection<Transaction> executable() {
        return executable.all();
    }

    @Override
    public @Nullable Transaction executable(int participant) {
        return executable.get(participant);
    }

    /** Makes a sender's transaction of its next nonce executable, if it waits; none of its others is. */
    void promote(int participant, long nextNonce) {
        Transaction next = get(participant, nextNonce);
        if (next == null) {
            executable.remove(participant);
        } else {
            executable.put(participant, next);
        }
    }

    /** Makes executable what is, after it was read back. */
    void promoteAll(Nonces nonces) {
        for (int sender = senders.next(0); sender >= 0; sender = senders.next(sender + 1)) {
            promote(sender, nonces.next(sender));
        }
    }

    /** Waiting transactions of a sender. */
    int count(int participant) {
        SenderQueue queue = size == 0 ? null : senders.get(participant);
        return queue == null ? 0 : queue.size();
    }

    /** Waiting transactions of a sender, in the order of their nonces. */
    List<Transaction> waitingOf(int participant) {
        SenderQueue queue = senders.get(participant);
        return queue == null
                ? List.of()
                : queue.entries().stream().map(SenderQueue.Entry::transaction).toList();
    }

    /** A sender's transaction of a nonce, if it waits. */
    @Nullable
    Transaction get(int participant, long nonce) {
        SenderQueue queue = senders.get(participant);
        SenderQueue.Entry entry = queue == null ? null : queue.get(nonce);
        return entry == null ? null : entry.transaction();
    }

    /** All that wait, in the order of their arrival. */
    List<Transaction> waiting() {
        return entries().stream().map(SenderQueue.Entry::transaction).toList();
    }

    private List<SenderQueue.Entry> entries() {
        List<SenderQueue.Entry> entries = new ArrayList<>(size);
        senders.all().forEach(queue -> entries.addAll(queue.entries()));
        entries.sort(Comparator.comparingLong(entry -> entry.transaction().sequence()));
        return entries;
    }

    void remove(Transaction transaction) {
        SenderQueue queue = senders.get(transaction.participant());
        if (queue == null) {
            throw new IllegalStateException("nothing of participant " + transaction.participant() + " waits");
        }
        queue.remove(transaction.nonce());
        size--;
        Transaction next = executable.get(transaction.participant());
        if (next != null && next.nonce() == transaction.nonce()) {
            executable.remove(transaction.participant());
        }
    }

    /** Takes those out whose deadline has passed, in the order of their arrival. */
    List<Transaction> removeOverdue(long nowNanos) {
        if (nowNanos <= earliestDeadlineNanos) {
            return List.of();
        }
        List<Transaction> overdue = new ArrayList<>();
        earliestDeadlineNanos = Long.MAX_VALUE;
        for (SenderQueue queue : senders.all()) {
            for (SenderQueue.Entry each : queue.entries()) {
                long deadline = each.transaction().deadlineNanos();
                if (nowNanos > deadline) {
                    overdue.add(each.transaction());
                } else {
                    earliestDeadlineNanos = Math.min(earliestDeadlineNanos, deadline);
                }
            }
        }
        overdue.sort(Comparator.comparingLong(Transaction::sequence));
        overdue.forEach(this::remove);
        return overdue;
    }

    Mempool copy() {
        Mempool copy = new Mempool(limit, senders.copy(SenderQueue::copy), executable.copy(each -> each));
        copy.size = size;
        copy.earliestDeadlineNanos = earliestDeadlineNanos;
        return copy;
    }

    void save(StateWriter out) {
        out.int32(size);
        for (SenderQueue.Entry each : entries()) {
            TransactionCodec.write(out, each.transaction());
            each.cost().save(out);
        }
    }

    /**
     * Reads back a mempool, which may be over its limit after blocks were undone; nothing in it is executable before
     * {@link #promoteAll}.
     */
    static Mempool load(StateReader in, CallReader calls, int limit) {
        Mempool mempool = new Mempool(limit);
        int size = in.count(1);
        for (int i = 0; i < size; i++) {
            Transaction transaction = TransactionCodec.read(in, calls);
            if (mempool.get(transaction.participant(), transaction.nonce()) != null) {
                throw new CorruptStateException("two transactions of participant " + transaction.participant()
                        + " wait with nonce " + transaction.nonce());
            }
            mempool.putBack(new SenderQueue.Entry(transaction, UInt256.load(in)));
        }
        return mempool;
    }
}
