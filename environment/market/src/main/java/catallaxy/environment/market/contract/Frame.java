package catallaxy.environment.market.contract;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.account.Accounts;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.trace.MarketEvent;
import java.util.List;

/**
 * One call while it runs: who called, on which chain, and everything that its code may do. Frames nest; where one reverts, the
 * ledger, all contracts, events, messages and fills are as before it, and only its gas is gone. Valid until the call returns.
 */
public interface Frame {
    /** No contract of this chain. */
    int NO_CONTRACT = -1;

    /** Time of the block, ns since the start. */
    long timeNanos();

    /** Index of the chain. */
    int chain();

    /** The participant who sent the transaction. */
    int participant();

    /** Ledger account of who called: the sender's account on this chain, or a contract's. */
    int caller();

    /** Balances of everybody. A contract moves its own, its caller's, and what its caller was given to move. */
    Ledger ledger();

    /** Accounts of participants. */
    Accounts accounts();

    /** What can be seen of the market as it is now: the world's prices, and what venues offer, as contracts that tell prices need it. */
    MarketView market();

    /** Base units that an amount of an asset of the caller stands for. */
    UInt256 amount(Amount amount, int asset);

    /** The results to which {@link Amount.Given} refers here, in their order. */
    List<Result> earlier();

    /** Address of a venue's contract, or {@link #NO_CONTRACT} if this chain has none. */
    int venue(int venue);

    /** The contract at an address of this chain, to be read. */
    Contract contract(int address);

    /** Calls another contract; the caller there is the contract that runs here. */
    Result call(int address, Call call);

    /**
     * Lets the caller act before this call goes on: a participant's call is carried out as if it had sent it, a contract's by the
     * contract itself.
     *
     * @param earlier results to which amounts of the call may refer
     */
    Result callBack(Call call, List<Result> earlier);

    /** Charges gas units for what happens. */
    void gas(long units);

    /** Reports what happened, once the transaction has succeeded. */
    void emit(MarketEvent event);

    /** Lets an amount that the contract has taken leave for another place, once the transaction has succeeded. */
    void send(Delivery delivery);

    /**
     * Lets a rollup that settles on this chain execute a call as a transaction of the participant, once this transaction has succeeded.
     *
     * @param rollup   index of the chain
     * @param gasLimit gas units that the call may use there, its transaction's included
     */
    void force(int rollup, long gasLimit, Call call);

    /**
     * Counts a trade with the sender, once the transaction has succeeded.
     *
     * @param venue   on which it was made
     * @param asset   in which the amount is
     * @param amount  base units of that asset that changed hands
     * @param feeRate what the venue kept of it, as a fraction
     */
    void traded(int venue, int asset, UInt256 amount, double feeRate);

    /** What puts the running contract back as it is now, should this frame or one around it revert. */
    void onRevert(Runnable undo);
}
