package catallaxy.environment.api;

import catallaxy.environment.api.command.BundleItem;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.base.check.Checks;

/**
 * A transaction in the mempool of a chain, as everybody sees it.
 *
 * @param participant its sender
 * @param sequence    number of its arrival, unique
 * @param transaction what it does, with its nonce and gas limit as numbers
 */
public record PublicTransaction(int participant, long sequence, MarketCommand.SubmitTransaction transaction) {
    public PublicTransaction {
        Checks.present("transaction", "a transaction", transaction);
    }

    /** What stands for it in a bundle. */
    public BundleItem.Waiting item() {
        return new BundleItem.Waiting(participant, transaction.nonce(), sequence);
    }
}
