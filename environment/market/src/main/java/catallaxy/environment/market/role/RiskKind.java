package catallaxy.environment.market.role;

import java.util.List;

/** The risk manager, as scenarios name it. */
public final class RiskKind implements RoleKind<RoleSpec.Risk> {
    private static final RoleKey SUPERVISES = RoleKey.required("supervises", RoleKey.Type.AGENTS, "Agents it watches.");

    @Override
    public String name() {
        return "risk";
    }

    @Override
    public Class<RoleSpec.Risk> spec() {
        return RoleSpec.Risk.class;
    }

    @Override
    public String summary() {
        return "Watches the equity of other agents and scales them down or halts them";
    }

    @Override
    public String detail() {
        return """
                With policy value-at-risk-limits, limits on value at risk, expected shortfall and drawdown of each agent it supervises
                and of all together. A breach scales orders down; a drawdown beyond the halt limit stops the agent.""";
    }

    @Override
    public String cadence() {
        return "1 m";
    }

    @Override
    public List<RoleKey> keys() {
        return List.of(SUPERVISES);
    }

    @Override
    public RoleSpec.Risk read(RoleSettings settings) {
        return settings.record(RoleSpec.Risk.class, new RoleSettings.Given("supervised", settings.agents(SUPERVISES)));
    }
}
