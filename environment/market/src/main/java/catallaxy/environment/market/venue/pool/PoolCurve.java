package catallaxy.environment.market.venue.pool;

/**
 * A pool's formula in whole units, for decisions; settlement has its own exact integers. Places count the pool's assets from 0. A
 * picture of one moment; immutable.
 */
public interface PoolCurve {
    /** Units of {@code quote} for the next, infinitely small unit of {@code base}, before the fee. */
    double price(int base, int quote);

    /** What an input gives, fee included; 0 for an input that is not positive. */
    double out(int in, int out, double amountIn);

    /** The input that gives an output, fee included; infinite if there is not so much. */
    double in(int in, int out, double amountOut);

    /** The input after which one more unit of it, fee paid, gives {@code rate} units of output; 0 if the first already gives less. */
    double inTo(int in, int out, double rate);

    /** The input that lowers the price of {@code in} against {@code out} by the fraction {@code drop}, in [0, 1). */
    double inForDrop(int in, int out, double drop);

    /**
     * What the pool would hold of each asset if its prices were those of the world: of all balances that give the same invariant, those
     * that are worth least. What they are worth is what nobody can raise by swaps, and they are its derivative by the prices.
     *
     * @param prices of a whole unit of each of the pool's assets, all positive
     */
    double[] balancesAt(double[] prices);
}
