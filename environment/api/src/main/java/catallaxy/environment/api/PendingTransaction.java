package catallaxy.environment.api;

import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.base.check.Checks;

/**
 * A transaction that is neither executed nor dropped, as its sender sees it.
 *
 * @param transaction as it was sent; of one that waits, with the nonce and the gas limit that it was given
 * @param waits       whether it waits in the mempool for a block; else it is still on its way there
 */
public record PendingTransaction(MarketCommand.SubmitTransaction transaction, boolean waits) {
    public PendingTransaction {
        Checks.present("transaction", "a transaction", transaction);
    }
}
