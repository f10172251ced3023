package catallaxy.environment.api.venue;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;

/**
 * A venue on a chain that swaps its two assets at once, at a price that follows from its state. Quantities are whole units as
 * {@code double}, for decisions: what is settled are the integers of the {@link #swap} that is sent. An asset is given by its
 * index: the base or the quote asset of the venue. A view of the present state, valid as long as its market.
 */
public interface Quoting {
    /** Whole quote units for the next, infinitely small unit of base, before the fee; NaN or 0 where there is none. */
    double price();

    /** What the venue keeps of what is paid in, as a fraction. */
    double feeRate();

    /** What an input gives, fee included; 0 for an input that is not positive. */
    double out(int assetIn, double in);

    /** The input that gives an output, fee included; infinite if there is not so much. */
    double in(int assetOut, double out);

    /** The input after which one more unit of it, fee paid, gives {@code rate} units of output; 0 if the first already gives less. */
    double inTo(int assetIn, double rate);

    /** The input that lowers the price of what is paid in by the fraction {@code drop}, in [0, 1). */
    double inForDrop(int assetIn, double drop);

    /** The least quantity of an asset that is worth a transaction. */
    double dust(int asset);

    /** The call that swaps an input; it reverts where it would give less than {@code least}, base units of the other asset. */
    Call swap(int assetIn, Amount in, UInt256 least);
}
