package catallaxy.environment.market.venue.pool;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.ledger.Ledger;
import java.util.List;
import java.util.Optional;

/**
 * A pool of several assets against shares of equal right, in a ledger. Places count the pool's assets from 0, amounts are base units,
 * times seconds. A result that is not {@code ok} has the protocol's revert string and left everything as it was. Owned by one thread.
 */
public interface SharedPool {
    /** Its assets, as numbers of the ledger. */
    List<Integer> assets();

    /** The account that holds its assets, which may hold more. */
    int account();

    /** Its balance of an asset. */
    UInt256 balance(int place);

    /** Its shares, as a number of the ledger. */
    int shares();

    /** All shares. */
    UInt256 totalShares(Ledger ledger);

    /** What it keeps of a swap, as a fraction. */
    double feeRate();

    /** Its formula at its present balances, in whole units. */
    PoolCurve curve(Ledger ledger);

    /** What a swap would give. */
    Result quote(long seconds, int in, int out, UInt256 amountIn);

    /** Swaps an exact input of account {@code from}, for {@code to}; gives the output. */
    Result swap(Ledger ledger, long seconds, int in, int out, UInt256 amountIn, int from, int to);

    /** Deposits exact amounts for at least so many shares; gives the shares. */
    Result join(Ledger ledger, long seconds, List<UInt256> amounts, UInt256 leastShares, int account);

    /** Deposits at most so much of one asset for exact shares; gives the amount. */
    Result joinForShares(Ledger ledger, long seconds, UInt256 shares, int place, UInt256 most, int account);

    /** Redeems shares for their part of every asset; gives the amounts. */
    Result exit(Ledger ledger, long seconds, UInt256 shares, List<UInt256> least, int account);

    /** Redeems shares for one asset; gives the amount. */
    Result exitInOne(Ledger ledger, long seconds, UInt256 shares, int place, UInt256 least, int account);

    /** Takes exact amounts for at most so many shares; gives the shares. */
    Result exitExactly(Ledger ledger, long seconds, List<UInt256> amounts, UInt256 mostShares, int account);

    /** What it lends for the length of a call, where it does; by default it does not. */
    default Optional<PoolFlash> flash() {
        return Optional.empty();
    }

    /** An independent pool of the same state; its ledger must be copied with it. */
    SharedPool copy();

    /** Takes over the state of a copy made of this pool earlier. */
    void restore(SharedPool earlier);

    /** Writes the state; the ledger is saved apart. */
    void save(StateWriter out);
}
