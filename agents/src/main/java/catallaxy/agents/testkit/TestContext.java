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
import java.util.ArrayList;
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

    /**
     * The context of an agent in a seat of the given role. Beside it sit as many traders as the role supervises, {@code agent-0},
     * {@code agent-1} and so on.
     */
    public static AgentContext of(
            String agent,
            RoleSpec role,
            ObservationSpec observations,
            ActionSpec actions,
            Map<String, String> settings) {
        SeatSpec seat = new SeatSpec(agent, role, SECOND, 0, 0, List.of());
        List<SeatSpec> seats = new ArrayList<>();
        int others = role.supervised().stream().mapToInt(each -> each + 1).max().orElse(0);
        for (int other = 0; other < others; other++) {
            seats.add(new SeatSpec("agent-" + other, TRADER, SECOND, 0, 0, List.of()));
        }
        seats.add(seat);
        return new AgentContext(agent, market(seats), seat, observations, actions, 1, settings);
    }

    private static MarketSpec market(List<SeatSpec> seats) {
        EngineSpec engine = new EngineSpec(
                List.of(new AssetSpec("USD", 6)),
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                WorldSpec.independent(SECOND, List.of()));
        return new MarketSpec("test", 3_600 * SECOND, engine, List.of(), seats);
    }
}
