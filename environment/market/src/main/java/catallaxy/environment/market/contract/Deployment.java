package catallaxy.environment.market.contract;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.List;

/** The moment at which a venue's contract comes into being: time zero of a market. */
public interface Deployment {
    /**
     * A venue of the contract.
     *
     * @param venue its index
     * @param spec  what the scenario says of it
     */
    record Shared(int venue, VenueSpec.OnChain spec) {}

    /** Index of the venue; the first, where several share the contract. */
    int venue();

    /** All venues that share the contract, in the scenario's order. */
    List<Shared> sharing();

    /** The ledger, on which the contract opens its accounts. */
    Ledger ledger();

    /** Puts new units of an asset into an account, as they come to be on the venue's chain. */
    void endow(int account, int asset, UInt256 amount);
}
