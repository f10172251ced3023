package catallaxy.agents.testkit;

import catallaxy.agents.AgentContext;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.market.MarketSpec;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.role.RoleSpec;
import catallaxy.environment.market.role.SeatSpec;
import catallaxy.environment.market.world.WorldSpec;
import java.util.List;
import java.util.Map;

/** Contexts with which a test makes an agent: seed 1, a decision a second, and a market that has nothing but dollars. */
public final class TestContext {
    private static final long SECOND = 1_000_000_000L;
    private static final RoleSpec TRADER = new RoleSpec.Trader(List.of(0), 1_000, 0.01);

    private TestContext() {}

    /** The context of an agent in a trader's seat. */
    public static AgentContext trader(
            String agent, ObservationSpec observations, ActionSpec actions, Map<String, String> settings) {
        return of(agent, TRADER, observations, actions, settings);
    }

    /** The context of an agent in a seat of the given role. */
    public static AgentContext of(
            String agent,
            RoleSpec role,
            ObservationSpec observations,
            ActionSpec actions,
            Map<String, String> settings) {
        SeatSpec seat = new SeatSpec(agent, role, SECOND, 0, 0, List.of());
        return new AgentContext(agent, market(seat), seat, observations, actions, 1, settings);
    }

    private static MarketSpec market(SeatSpec seat) {
        EngineSpec engine = new EngineSpec(
                List.of(new AssetSpec("USD", 6)),
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                WorldSpec.independent(SECOND, List.of()));
        return new MarketSpec("test", 3_600 * SECOND, engine, List.of(), List.of(seat));
    }
}
