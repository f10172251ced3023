package catallaxy.environment.market.chain;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.account.Settlement;
import catallaxy.environment.market.trace.MarketEvent;
import java.util.Optional;

/**
 * The rule of what may wait for a chain's blocks: which transactions and bundles its pools take in, which they refuse, which must go
 * for others, and for which it is too late. A sender must own, as geth asks, what all its waiting transactions may cost together.
 *
 * @param chain index of the chain, and of its place
 */
record Admission(int chain, ChainSpec spec, Pools pools) {
    static final String INSUFFICIENT_FUNDS = "INSUFFICIENT_FUNDS_FOR_GAS";

    /** Takes a transaction that has reached the mempool; a negative nonce stands for the next free one. */
    void receive(Settlement settlement, long now, CallExecutor executor, Transaction transaction) {
        long next = pools.nonces().next(transaction.participant());
        Transaction numbered = transaction.nonce() >= 0
                ? transaction
                : transaction.withNonce(pools.mempool().firstFreeNonce(transaction.participant(), next));
        Optional<String> refusal = numbered.nonce() < next
                ? Optional.of("NONCE_TOO_LOW")
                : numbered.fault(spec.gas().gasLimit()).or(() -> takeIn(settlement, now, executor, numbered));
        refusal.ifPresent(reason -> drop(settlement, now, chain, numbered, reason));
    }

    /** Takes it in if its sender can pay for it and for all that it has waiting. */
    private Optional<String> takeIn(Settlement settlement, long now, CallExecutor executor, Transaction transaction) {
        int sender = transaction.participant();
        Cost cost = Cost.of(transaction, executor);
        UInt256 others = pools.mempool().costOfOthers(sender, transaction.nonce());
        int payer = settlement.accounts().free(sender, chain);
        boolean covered = cost.leftOf(
                        settlement.ledger().balance(payer, spec.gas().gasAsset()))
                .filter(left -> left.isAtLeast(others))
                .isPresent();
        if (!covered) {
            return Optional.of(INSUFFICIENT_FUNDS);
        }
        makeRoom(settlement, now, transaction);
        return pools.mempool().add(transaction, cost.total(), pools.nonces().next(sender));
    }

    /** Lets the cheapest go, if the chain does that, for one that tips more and needs a place of its own. */
    private void makeRoom(Settlement settlement, long now, Transaction transaction) {
        int sender = transaction.participant();
        if (spec.mempool().mempoolEviction()
                && pools.mempool().isFull()
                && pools.mempool().get(sender, transaction.nonce()) == null) {
            pools.mempool()
                    .cheapestOfOthers(sender)
                    .filter(each -> each.maxPriorityFeePerGasWei() < transaction.maxPriorityFeePerGasWei())
                    .ifPresent(each -> {
                        pools.mempool().remove(each);
                        drop(settlement, now, chain, each, "EVICTED");
                    });
        }
    }

    /**
     * Takes a bundle in, or back, that has reached the builders.
     *
     * @param next number of the next block
     */
    void receive(Settlement settlement, long now, Bundle bundle, long next) {
        Optional<String> refusal =
                spec.blocks().building().bundles() ? pools.bundles().add(bundle, next) : Optional.of("NO_BUNDLES_HERE");
        refusal.ifPresent(reason -> {
            settlement.totals(bundle.participant()).reject();
            drop(settlement, now, bundle, reason);
        });
    }

    /**
     * Drops bundles that were for no later block, and transactions whose deadline has passed.
     *
     * @param block number of the block that has just been built
     */
    void dropOverdue(Settlement settlement, long now, long block) {
        for (BundlePool.Ended each : pools.bundles().removeEnded(block)) {
            drop(settlement, now, each.bundle(), each.reason());
        }
        pools.mempool()
                .removeOverdue(now)
                .forEach(each -> drop(settlement, now, chain, each, "DEADLINE_PASSED_IN_MEMPOOL"));
    }

    /** Refuses a transaction that has reached the mempool, or takes back one that waited there. */
    static void drop(Settlement settlement, long now, int chain, Transaction transaction, String reason) {
        settlement.totals(transaction.participant()).reject();
        settlement
                .log()
                .emit(new MarketEvent.TransactionDropped(
                        now, chain, transaction.participant(), transaction.nonce(), reason));
    }

    private void drop(Settlement settlement, long now, Bundle bundle, String reason) {
        settlement
                .log()
                .emit(new MarketEvent.BundleDropped(
                        now, chain, bundle.participant(), bundle.id(), bundle.strategy(), reason));
    }
}
