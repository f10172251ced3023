package catallaxy.environment.market.population;

import catallaxy.environment.market.engine.MarketEngine;

/** What is done at one moment, and is forgotten after it. Immutable: groups and their copies share it. */
@FunctionalInterface
public interface Act {
    /**
     * Acts at the market's present time. It takes the same words of the account's stream whatever it does, so that groups can be
     * compared under the same luck.
     */
    void at(MarketEngine market, GroupAccount account);
}
