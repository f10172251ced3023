package catallaxy.environment.market.population;

import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.engine.MarketEngine;

/**
 * One group of the population while it runs: a participant with a random stream and wake-ups of its own.
 *
 * <p>Owned by one population.
 */
sealed interface PopulationGroup
        permits NoiseGroup,
                MomentumGroup,
                FundamentalGroup,
                BookProviderGroup,
                PoolProviderGroup,
                BorrowerGroup,
                LiquidatorGroup,
                RecordedGroup {
    int participant();

    /** When it wants to be woken next; {@link Long#MAX_VALUE} for never. */
    long nextWakeNanos();

    /** Acts at the market's present time and plans the next wake-up, which is later. */
    void wake(MarketEngine market);

    PopulationGroup copy();

    void save(StateWriter out);
}
