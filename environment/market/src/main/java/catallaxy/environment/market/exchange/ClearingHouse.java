package catallaxy.environment.market.exchange;

import catallaxy.environment.market.margin.MarginMode;

/**
 * What secures the positions of one market, or of all cross-margined markets of an exchange with the same quote asset: each participant
 * has an account of its margin there, and the house one through which settlements go and an insurance fund.
 *
 * @param id      name
 * @param index   among the houses of the market, from 0
 * @param pot     ledger account that is empty between two events
 * @param fund    ledger account of the insurance fund
 */
public record ClearingHouse(String id, int index, MarginMode mode, int pot, int fund) {
    /** Whether what its participants have free at the exchange stands behind their positions, too. */
    boolean isCross() {
        return mode == MarginMode.CROSS;
    }
}
