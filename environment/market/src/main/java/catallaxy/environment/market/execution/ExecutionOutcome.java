package catallaxy.environment.market.execution;

import catallaxy.environment.api.view.Holdings;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.market.role.Seat;

/**
 * What became of an execution, seen from what the seat owned on the chain before and after.
 *
 * @param gain      quote units that came in, before gas
 * @param gas       that was paid, quote units at the present price
 * @param seconds   from sending to the epoch at which it was over
 * @param succeeded whether it was executed, and not reverted or dropped
 */
record ExecutionOutcome(double gain, double gas, double seconds, boolean succeeded) {
    /** Numbers of a seat's memory that tell of the execution under way. */
    static final int SLOTS = 4;

    private static final int QUOTE = 0;
    private static final int GAS = 1;
    private static final int SENT = 2;
    private static final int REFERENCE = 3;

    /**
     * Remembers what the seat owns before an execution.
     *
     * @param at        first of {@link #SLOTS}
     * @param reference gas that the dearest option would cost, quote units
     */
    static void remember(MarketView market, Seat seat, int chain, int at, double reference) {
        double[] memory = seat.memory();
        Holdings holdings = market.holdings(seat.participant());
        memory[at + QUOTE] = holdings.free(chain, market.map().quoteAsset());
        memory[at + GAS] = holdings.free(chain, market.chain(chain).gasAsset());
        memory[at + SENT] = market.timeNanos() / 1e9;
        memory[at + REFERENCE] = reference;
    }

    /** What has become of the execution that was remembered, once nothing of the seat waits on the chain. */
    static ExecutionOutcome of(MarketView market, Seat seat, int chain, int at) {
        double[] memory = seat.memory();
        Holdings holdings = market.holdings(seat.participant());
        int gasAsset = market.chain(chain).gasAsset();
        double gain = holdings.free(chain, market.map().quoteAsset()) - memory[at + QUOTE];
        double burnt = StrictMath.max(0, memory[at + GAS] - holdings.free(chain, gasAsset));
        return new ExecutionOutcome(
                gain,
                burnt * market.prices().atVenues(gasAsset),
                market.timeNanos() / 1e9 - memory[at + SENT],
                gain != 0);
    }

    /** Gas that was saved against the dearest option, quote units; 0 of what was not executed. */
    double saved(Seat seat, int at) {
        return succeeded ? seat.memory()[at + REFERENCE] - gas : 0;
    }
}
