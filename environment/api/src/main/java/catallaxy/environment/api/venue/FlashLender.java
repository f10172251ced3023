package catallaxy.environment.api.venue;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.FlashLoan;
import catallaxy.environment.base.number.UInt256;
import java.util.List;

/**
 * A venue that lends assets for the length of a call: whoever has not repaid by its end has never borrowed. What it asks for differs, as
 * does who gets it; the call is one, {@link FlashLoan}. A view of the present state, valid as long as its market.
 */
public interface FlashLender {
    /** Index of the venue. */
    int flashVenue();

    /** Indices of the venues at which nobody can act while a loan is out, because the lender's contract is locked. */
    List<Integer> flashLocks();

    /** Indices of the assets that it lends. */
    List<Integer> flashAssets();

    /** Base units of an asset that it could lend now. */
    UInt256 flashMost(int asset);

    /** What must be repaid beyond an amount, base units, as the venue rounds it. */
    UInt256 flashFee(int asset, UInt256 amount);

    /** Borrows an asset: in {@code then}, {@code Amount.given(0)} is the amount, {@code Amount.given(1)} what is owed, fee included. */
    default Call flashLoan(int asset, UInt256 amount, Call then) {
        return new FlashLoan(flashVenue(), asset, amount, then);
    }
}
