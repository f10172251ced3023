package catallaxy.environment.market.chain;

import java.util.Collection;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Takes the best transaction that can pay the base fee, again and again: the one with the highest priority fee, or the
 * one that arrived first; of equal fees the one that arrived first. A sender's transactions keep the order of their
 * nonces. A sender whose next transaction has a higher gas limit than the block has left is passed over for this block.
 *
 * <p>A heap holds the next transaction of each sender, so that a choice costs the logarithm of how many senders have one.
 */
public final class GreedyBuilder implements BlockBuilder {
    private static final Comparator<Transaction> BY_ARRIVAL = Comparator.comparingLong(Transaction::sequence);

    private final ChainSpec.Ordering ordering;

    /** A builder that orders so. */
    public GreedyBuilder(ChainSpec.Ordering ordering) {
        this.ordering = ordering;
    }

    @Override
    public void build(PendingPool pool, OpenBlock block) {
        Collection<Transaction> executable = pool.executable();
        PriorityQueue<Transaction> heads = new PriorityQueue<>(executable.size(), order(block.baseFeeWei()));
        for (Transaction each : executable) {
            addIfPaying(heads, each, block.baseFeeWei());
        }
        while (block.gasLeft() >= GasSchedule.TRANSACTION && !heads.isEmpty()) {
            Transaction best = heads.remove();
            if (best.gasLimit() <= block.gasLeftFor(best)) {
                block.include(best);
                addIfPaying(heads, pool.executable(best.participant()), block.baseFeeWei());
            }
        }
    }

    private Comparator<Transaction> order(long baseFeeWei) {
        return switch (ordering) {
            case FIRST_COME, EXPRESS_LANE -> BY_ARRIVAL;
            case PRIORITY_FEE ->
                (a, b) -> {
                    int byFee = Long.compare(b.priorityFeeWei(baseFeeWei), a.priorityFeeWei(baseFeeWei));
                    return byFee != 0 ? byFee : Long.compare(a.sequence(), b.sequence());
                };
        };
    }

    private static void addIfPaying(
            PriorityQueue<Transaction> heads, @Nullable Transaction transaction, long baseFeeWei) {
        if (transaction != null && transaction.maxFeePerGasWei() >= baseFeeWei) {
            heads.add(transaction);
        }
    }
}
