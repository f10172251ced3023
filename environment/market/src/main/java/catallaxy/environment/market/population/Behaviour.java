package catallaxy.environment.market.population;

import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.engine.MarketEngine;

/** What a group of the population does when it wakes, and what it remembers for it. Owned by one group. */
public interface Behaviour {
    /** When it wants to be woken next; {@link Long#MAX_VALUE} for never. */
    long nextWakeNanos();

    /** Acts at the market's present time and plans the next wake-up, which is later. */
    void wake(MarketEngine market, GroupAccount account);

    /** The same with an independent memory. */
    Behaviour copy();

    /** Writes its memory. */
    void save(StateWriter out);
}
