package catallaxy.environment.api.venue;

import catallaxy.environment.api.command.Call;

/**
 * A pool whose fee one participant sets. Fees are pips, millionths of what is paid in; quantities are whole units as {@code double},
 * for decisions. A view of the present state, valid as long as its market.
 */
public interface FeeControl {
    /** Name of the participant who may set it. */
    String controller();

    /** The fee of swaps now. */
    int feePips();

    /** The least that it may be. */
    int lowestPips();

    /** The most. */
    int highestPips();

    /** What swaps have brought and taken since the start, fees included. */
    Flow flow();

    /** Sets the fee; it reverts where the sender is not the controller, or the fee beyond the bounds. */
    Call setFee(int pips);

    /**
     * Sums over all swaps of a pool since the start, whole units. What providers of its liquidity have gained by swaps, where they undo
     * what each does to their holdings at the prices of the world, is what has come less what has gone, each at the price of its time:
     * fees less the loss versus rebalancing.
     *
     * @param baseIn   base that was paid in
     * @param baseOut  base that was paid out
     * @param quoteIn  quote that was paid in
     * @param quoteOut quote that was paid out
     */
    record Flow(double baseIn, double baseOut, double quoteIn, double quoteOut) {
        /** Base that has come less what has gone. */
        public double netBase() {
            return baseIn - baseOut;
        }

        /** Quote that has come less what has gone. */
        public double netQuote() {
            return quoteIn - quoteOut;
        }
    }
}
