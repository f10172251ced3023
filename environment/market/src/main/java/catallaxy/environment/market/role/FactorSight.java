package catallaxy.environment.market.role;

import catallaxy.environment.api.view.MarketView;

/**
 * What a factor of an agent's own choice looks at.
 *
 * @param market      at the time of the observation
 * @param participant the agent, as the market knows it
 */
public record FactorSight(MarketView market, int participant) {}
