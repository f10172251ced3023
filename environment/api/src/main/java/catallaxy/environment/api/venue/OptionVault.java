package catallaxy.environment.api.venue;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;

/**
 * The vault behind a market of options, in which anybody may have a share: it earns what options cost and pays what they bring. A view of
 * the present state, valid as long as its market.
 */
public interface OptionVault {
    /** What all shares are worth with options in the middle of bid and ask, whole quote units; 0 where no price is known. */
    double worth();

    /** Shares of a ledger account, base units. */
    UInt256 shares(int account);

    /** All shares, the founder's with them; zero before the first deposit. */
    UInt256 totalShares();

    /** Whole units of an asset that could be withdrawn now: what nobody may have to be paid. */
    double spare(int asset);

    /** Gives the vault of its base or quote asset for shares; reverts where they would be fewer than {@code least}. */
    Call deposit(int asset, Amount amount, UInt256 least);

    /** Gives shares back for the vault's base or quote asset, as the caller chooses; reverts where it would be less than {@code least} base units of it. */
    Call withdraw(UInt256 shares, int asset, UInt256 least);
}
