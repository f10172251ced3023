package catallaxy.scenarios.testkit;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;

/** Buys when a venue's price has fallen since its last decision, and sells when it has risen. */
public final class Contrarian implements Agent {
    private final int price;
    private final double size;
    private double last = Double.NaN;

    /** An agent that trades {@code size} USDC at {@code venue}. */
    public Contrarian(AgentContext context) {
        price = context.observations().index("price." + context.text("venue", ""));
        size = context.number("size", 1);
    }

    @Override
    public Action decide(Observation observation) {
        double now = observation.value(price);
        double trade = Double.isNaN(last) ? 0 : -Math.signum(now - last) * size;
        last = now;
        return Action.of(trade == 0 ? 0 : trade);
    }
}
