package catallaxy.environment.market.contract;

import catallaxy.environment.market.ledger.Ledger;
import java.util.List;

/** Where the contracts of a chain stand: what the scenario says, by which they find what they deal with. */
public interface Site {
    /** Index of the chain. */
    int chain();

    /** What the scenario describes of a type, in its order: venues, bridges, exchanges, chains. */
    <S> List<S> specs(Class<S> type);

    /**
     * The ledger account of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    int account(String name);

    /** The ledger at time zero, which knows the numbers of accounts and assets. */
    Ledger ledger();

    /** Index of the asset in which the market is worth what it is. */
    int quoteAsset();

    /** Index of the chain or exchange of a name. */
    int place(String id);
}
