package catallaxy.environment.market.world;

import catallaxy.environment.base.state.StateWriter;

/** A group of assets whose prices move together in time; the position of an asset within its group is its slot. */
sealed interface PriceSource permits DiffusionPrices, ReplayPrices {
    /** Goes on to {@code toNanos}; the regimes have been advanced over the same step. */
    void advance(long toNanos, RegimeChain regimes);

    /** In quote-currency units, before scripted shocks. */
    double price(int slot);

    /** Of log-returns per √year, jumps left out. */
    double volatility(int slot, RegimeSpec regime);

    void save(StateWriter out);
}
