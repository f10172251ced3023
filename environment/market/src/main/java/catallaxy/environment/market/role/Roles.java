package catallaxy.environment.market.role;

import catallaxy.environment.market.engine.EngineSpec;
import java.util.List;

/** The roles of a scenario's agents. */
public final class Roles {
    private Roles() {}

    /**
     * The role of one agent.
     *
     * @param durationNanos of the run
     * @param agents        all agents, in the scenario's order
     * @param agent         index of the one
     * @param desk          the seats, for roles that supervise others
     * @throws IllegalArgumentException if the role's venues, pools or agents do not fit the market
     */
    public static Role of(EngineSpec engine, long durationNanos, List<AgentSpec> agents, int agent, Desk desk) {
        return switch (agents.get(agent).role()) {
            case RoleSpec.MarketMaker spec -> new MarketMakerRole(spec, engine, durationNanos);
            case RoleSpec.Portfolio spec -> new PortfolioRole(spec, engine, durationNanos);
            case RoleSpec.Arbitrage spec -> new ArbitrageRole(spec, engine, durationNanos);
            case RoleSpec.Risk spec -> new RiskRole(spec, supervised(spec, agents), durationNanos, desk);
            case RoleSpec.Trader spec -> new TraderRole(spec, engine, durationNanos);
        };
    }

    private static List<String> supervised(RoleSpec.Risk spec, List<AgentSpec> agents) {
        return spec.supervised().stream().map(agent -> agents.get(agent).id()).toList();
    }
}
