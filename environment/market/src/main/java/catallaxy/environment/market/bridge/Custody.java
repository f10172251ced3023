package catallaxy.environment.market.bridge;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.ledger.Ledger;

/**
 * How a bridge holds what it carries. It has accounts of the ledger and no state beside them: what is done in a block is undone with the
 * block's movements, and what is paid out is paid once the departure is final. Immutable; shared by all forks.
 */
sealed interface Custody permits LockAndMint, LiquidityPools {
    /** The account that takes what leaves a chain, in the block of its departure. */
    int sink(int chain);

    /** Whether what comes to be on the remote chain at the start of a run is minted by it. */
    boolean mints();

    /** What arrives of an amount, and what is kept of it, as things stand now. */
    Charge charge(Ledger ledger, int asset, int toChain, UInt256 amount);

    /** Whether it can pay out now what arrives. */
    boolean covers(Ledger ledger, int asset, int toChain, Charge charge);

    /** Most of an asset that it could pay out on a chain now, base units. */
    UInt256 capacity(Ledger ledger, int asset, int toChain);

    /** Pays out what it {@link #covers}. */
    void pay(Ledger ledger, int asset, int toChain, int receiver, Charge charge);

    /** Gives an amount back on the chain that it left. */
    void refund(Ledger ledger, int asset, int fromChain, int receiver, UInt256 amount);

    /** Whether what it holds is what it has to, given what is under way and what was paid out for forged messages. */
    boolean balances(Ledger ledger, int asset, UInt256 underWay, UInt256 forged);
}
