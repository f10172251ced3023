package catallaxy.environment.api.venue;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;

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

    /**
     * What an input of base units gives at the present moment, to the unit as the venue would settle it; zero where the venue would refuse
     * it. Empty by default, for a venue that cannot tell beforehand.
     */
    default Optional<UInt256> outUnits(int assetIn, UInt256 in) {
        return Optional.empty();
    }

    /** The input that gives an output, fee included; infinite if there is not so much. */
    double in(int assetOut, double out);

    /** The input after which one more unit of it, fee paid, gives {@code rate} units of output; 0 if the first already gives less. */
    double inTo(int assetIn, double rate);

    /** The input that lowers the price of what is paid in by the fraction {@code drop}, in [0, 1). */
    double inForDrop(int assetIn, double drop);

    /**
     * The stretches along which the price moves where an asset is paid in, on each of which the product of two reserves stays what it is:
     * the first from the present price on, each from where the one before ended, without a price where there is no liquidity. Without
     * any for a venue whose price moves otherwise.
     */
    default Iterator<Stretch> stretches(int assetIn) {
        return Collections.emptyIterator();
    }

    /**
     * A stretch of constant product. An input y, fee included, gives {@code (1 − fee) y out / (in + (1 − fee) y)}.
     *
     * @param in   virtual reserve of what is paid in
     * @param out  virtual reserve of what is paid out
     * @param most that can be paid in until its end, without the fee; may be infinite
     * @param fee  taken off the input, as a fraction
     */
    record Stretch(double in, double out, double most, double fee) {}

    /** The least quantity of an asset that is worth a transaction. */
    double dust(int asset);

    /** The call that swaps an input; it reverts where it would give less than {@code least}, base units of the other asset. */
    Call swap(int assetIn, Amount in, UInt256 least);
}
