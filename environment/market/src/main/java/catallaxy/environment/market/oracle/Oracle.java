package catallaxy.environment.market.oracle;

import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.state.StateWriter;

/** A contract's source of prices. Immutable: what has taken note of something is another oracle. */
public interface Oracle {
    /** The prices that it tells at the market's present time, looked up when they are asked for. */
    PriceOracle prices(MarketView market);

    /** The oracle that has taken note of the market's present state, as whoever calls the contract has it do; by default itself. */
    default Oracle noted(MarketView market) {
        return this;
    }

    /** Writes what it has noted, for its kind; by default nothing. */
    default void save(StateWriter out) {}
}
