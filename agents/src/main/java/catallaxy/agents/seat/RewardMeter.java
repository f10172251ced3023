package catallaxy.agents.seat;

import catallaxy.environment.api.AgentStep;
import catallaxy.environment.api.Observation;
import catallaxy.environment.market.Market;

/** The rewards that a seat gets in one world, from the present epoch on; see {@link SeatSettings.Reward}. */
public final class RewardMeter {
    private final SeatSettings.Reward settings;
    private final int agent;
    private final SeatHoldings first;
    private final HeldDrawdowns heldDrawdowns;
    private final RiskAdjustment risk;
    private SeatHoldings held;
    private double worth;
    private double equity;
    private double potential;

    /** A meter that begins at the present epoch of a market. */
    public RewardMeter(SeatSettings.Reward settings, Market market, int agent) {
        this.settings = settings;
        this.agent = agent;
        first = SeatHoldings.of(market, agent);
        heldDrawdowns = new HeldDrawdowns(market, agent);
        risk = RiskAdjustment.of(settings.risk());
        held = first;
        worth = first.worth(market);
        equity = SeatHoldings.equity(market, agent);
    }

    /** Takes the first observation, of which the potential counts from. */
    public void begin(Observation observation) {
        potential = potential(observation);
    }

    /** The reward since the epoch before. */
    public double next(Market market, AgentStep step) {
        double potentialBefore = potential;
        double equityBefore = equity;
        equity = SeatHoldings.equity(market, agent);
        potential = step.terminated() ? 0 : potential(step.observation());
        double shaping = settings.potentialDiscount() * potential - potentialBefore;
        double penalties = step.reward() - (equity - equityBefore) + heldPenalties(market);
        double gain = penalties + trading(market, equityBefore);
        return settings.scale() * (risk.adjusted(gain, equityBefore, equity) + shaping);
    }

    /** What of a risk manager's penalties is not for what anybody did. */
    private double heldPenalties(Market market) {
        return settings.basis() == SeatSettings.Basis.EQUITY ? 0 : heldDrawdowns.growth(market);
    }

    private double trading(Market market, double equityBefore) {
        return switch (settings.basis()) {
            case EQUITY -> equity - equityBefore;
            case OVER_HOLDING -> equity - equityBefore - heldChange(market);
            case TRADES -> traded(market);
        };
    }

    private double heldChange(Market market) {
        double before = worth;
        worth = first.worth(market);
        return worth - before;
    }

    private double traded(Market market) {
        SeatHoldings before = held;
        held = SeatHoldings.of(market, agent);
        return held.addedSince(before, market);
    }

    private double potential(Observation observation) {
        if (settings.inventoryPotential() == 0) {
            return 0;
        }
        double inventory = observation.value("inventory");
        return -settings.inventoryPotential() * inventory * inventory;
    }
}
