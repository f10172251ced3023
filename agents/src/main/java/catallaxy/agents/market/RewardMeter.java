package catallaxy.agents.market;

import catallaxy.environment.market.Market;
import catallaxy.environment.market.learning.AgentStep;
import catallaxy.environment.market.learning.Observation;

/** The rewards that a learner gets in one world, from its first epoch on; see {@link SeatSettings.Reward}. */
final class RewardMeter {
    private final SeatSettings.Reward settings;
    private final Holdings holdings;
    private double worth;
    private double potential;

    /** @param first what the seat receives at its first epoch */
    RewardMeter(SeatSettings.Reward settings, Market market, int agent, AgentStep first) {
        this.settings = settings;
        holdings = new Holdings(market, agent);
        worth = holdings.worth(market);
        potential = potential(first.observation());
    }

    /** The reward since the epoch before. */
    double next(Market market, AgentStep step) {
        double worthBefore = worth;
        double potentialBefore = potential;
        worth = holdings.worth(market);
        potential = step.terminated() ? 0 : potential(step.observation());
        double reward = step.reward() - (settings.overHolding() ? worth - worthBefore : 0);
        return settings.scale() * (reward + settings.potentialDiscount() * potential - potentialBefore);
    }

    private double potential(Observation observation) {
        if (settings.inventoryPotential() == 0) {
            return 0;
        }
        double inventory = observation.value("inventory");
        return -settings.inventoryPotential() * inventory * inventory;
    }
}
