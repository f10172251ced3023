package catallaxy.environment.api.venue;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import java.util.List;

/**
 * A market of options whose writers keep a margin in its quote asset, instead of all that they may have to pay. Whole quote units. A view
 * of the present state, valid as long as its market.
 */
public interface WriterMargin {
    /** What an account has posted. */
    double margin(int account);

    /** That and what its options are worth, negative where they cost more. */
    double equity(int account);

    /** Equity below which the account may be liquidated; 0 for who has written nothing. */
    double maintenance(int account);

    /** Equity that must be there after a trade that adds risk, and after margin was taken. */
    double initial(int account);

    /** Equity over {@link #maintenance}; infinite where nothing must be there. */
    double health(int account);

    /** Ledger accounts whose health is below 1, in their order. */
    List<Integer> atRisk();

    /** What who liquidates an account would get now. */
    double bonus(int account);

    /** Adds to the caller's margin. */
    Call post(Amount amount);

    /** Takes base units of the quote asset from it; reverts where less than the initial margin would be left. */
    Call take(UInt256 amount);

    /** Closes all options of an account at risk, for a bonus. */
    Call liquidate(int account);
}
