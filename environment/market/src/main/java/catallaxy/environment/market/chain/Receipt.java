package catallaxy.environment.market.chain;

import catallaxy.environment.market.account.Settlement;
import catallaxy.environment.market.trace.MarketEvent;

/**
 * What a block says of a transaction that it has executed.
 *
 * @param priceWei base fee and tip, wei per gas
 */
record Receipt(BlockExecution.Header header, Transaction transaction, Execution execution, long priceWei) {
    /** Counts it for its sender if it reverted, and reports it. */
    void tell(Settlement settlement) {
        if (!execution.succeeded()) {
            settlement.totals(transaction.participant()).revert();
        }
        settlement
                .log()
                .emit(new MarketEvent.TransactionExecuted(
                        header.timeNanos(),
                        header.chain(),
                        header.number(),
                        transaction.participant(),
                        transaction.nonce(),
                        transaction.call().name(),
                        execution.reason(),
                        execution.gasUsed(),
                        priceWei));
    }
}
