package catallaxy.environment.api.venue;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import java.util.List;

/**
 * A venue that lends what accounts supply to accounts that leave collateral. Quantities are whole units as {@code double}, for
 * decisions; rates are fractions a year; accounts are those of the ledger on the venue's chain; interest counts until the market's
 * present time. Amounts of calls are base units: {@link Amount#all} supplies all that the caller has, and withdraws and repays all
 * that there is to. A view of the present state, valid as long as its market.
 */
public interface Lending {
    /** Indices of the assets that it lends, in its order. */
    List<Integer> assets();

    /** What its oracle tells of a whole unit of an asset, in the unit that it counts in; 0 where it tells nothing. */
    double price(int asset);

    /** What suppliers of an asset earn from now on. */
    double supplyRate(int asset);

    /** What borrowers of an asset pay from now on. */
    double borrowRate(int asset);

    /** Part of an asset that is lent, from 0 to 1. */
    double utilisation(int asset);

    /** What all accounts together owe of an asset, with interest. */
    double lent(int asset);

    /** What it holds of an asset and has not lent. */
    double held(int asset);

    /** Part of an asset's worth that can be borrowed against it. */
    double loanToValue(int asset);

    /** Part of an asset's worth that debts may reach before anybody may liquidate them; 0 where it is no collateral. */
    double threshold(int asset);

    /** What a liquidator gets of an asset's worth beyond what it pays. */
    double bonus(int asset);

    /** What a liquidator gets of an account's collateral in an asset beyond what it pays, in the account's efficiency mode. */
    double bonus(int account, int asset);

    /** Number of the efficiency mode that an account has chosen, 0 for none: other terms for who borrows assets of that mode alone. */
    int efficiencyMode(int account);

    /** Number of the efficiency mode to which an asset belongs, 0 for none. */
    int efficiencyModeOf(int asset);

    /** Chooses an efficiency mode, or none by 0; all debts must be of assets in it, and leaving one must leave the account sound. */
    Call useEfficiencyMode(int mode);

    /** What an account has supplied of an asset, with interest. */
    double supplied(int account, int asset);

    /** What an account owes of an asset, with interest. */
    double owed(int account, int asset);

    /** Health factor of an account: below 1 anybody may liquidate it; infinite without debts; NaN where the oracle lacks a price. */
    double health(int account);

    /** What an account could borrow of an asset now: as far as its collateral goes, and what is held. */
    double borrowable(int account, int asset);

    /** The accounts that owe anything, in order of their numbers. */
    List<Integer> borrowers();

    /** The accounts that may be liquidated now, in order of their numbers. */
    List<Integer> atRisk();

    /** Worth of debts that no collateral covers any more, at the oracle's prices. */
    double badDebt();

    /** Supplies an asset; the first of it becomes collateral by itself. */
    Call supply(int asset, Amount amount);

    /** Takes out what was supplied. */
    Call withdraw(int asset, Amount amount);

    /** Borrows an asset. */
    Call borrow(int asset, Amount amount);

    /** Pays a debt back. */
    Call repay(int asset, Amount amount);

    /** Says whether what was supplied of an asset is collateral. */
    Call useAsCollateral(int asset, boolean whether);

    /** Pays at most so much of an account's debt in one asset for its collateral in another, with the {@link #bonus}. */
    Call liquidate(int account, int collateral, int debt, Amount most);

    /** Whether an account may {@link #setTerms set} what collateral is good for. */
    boolean mayChangeTerms(int account);

    /** Most by which loan to value and threshold may change at once. */
    double termsStep();

    /** The least threshold that may be set. */
    double leastThreshold();

    /** The greatest threshold that may be set. */
    double mostThreshold();

    /** Sets what can be borrowed against an asset, and its threshold, to the nearest basis point; only for those who may, within bounds. */
    Call setTerms(int asset, double loanToValue, double threshold);
}
