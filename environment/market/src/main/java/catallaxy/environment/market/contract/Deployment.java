package catallaxy.environment.market.contract;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.ledger.Ledger;

/** The moment at which a venue's contract comes into being: time zero of a market. */
public interface Deployment {
    /** Index of the venue. */
    int venue();

    /** The ledger, on which the contract opens its accounts. */
    Ledger ledger();

    /** Puts new units of an asset into an account, as they come to be on the venue's chain. */
    void endow(int account, int asset, UInt256 amount);
}
