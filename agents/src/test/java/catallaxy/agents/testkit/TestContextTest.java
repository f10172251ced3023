package catallaxy.agents.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.agents.AgentContext;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.market.role.RoleSpec;
import catallaxy.environment.market.role.SeatSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Contexts of seats of every role of the house. */
class TestContextTest {
    private static final ObservationSpec NOTHING = new ObservationSpec(List.of());
    private static final ActionSpec NONE = new ActionSpec(List.of());

    private static AgentContext of(RoleSpec role) {
        return TestContext.of("mine", role, NOTHING, NONE, Map.of("size", "3"));
    }

    @Test
    void everyRoleHasOne() {
        List<RoleSpec> roles = List.of(
                new RoleSpec.MarketMaker(0, 10, 1, 50, 0.1, 60_000_000_000L),
                new RoleSpec.Portfolio(List.of(new RoleSpec.Sleeve(0, 0, 0)), List.of(), 1, 0.01),
                new RoleSpec.Arbitrage(List.of(new RoleSpec.Route(0, 1)), 1, 0.01, 0.5, List.of()),
                new RoleSpec.Trader(List.of(0), 1, 0.01));
        for (RoleSpec role : roles) {
            assertThat(of(role).seat().role()).isEqualTo(role);
            assertThat(of(role).market().agents()).hasSize(1);
        }
        assertThat(of(roles.getFirst()).number("size", 1)).isEqualTo(3);
    }

    @Test
    void aSupervisorHasWhomItSupervises() {
        AgentContext context = of(new RoleSpec.Risk(List.of(0, 2)));
        assertThat(context.market().agents())
                .extracting(SeatSpec::id)
                .containsExactly("agent-0", "agent-1", "agent-2", "mine");
        assertThat(context.seat()).isSameAs(context.market().agents().getLast());
    }

    @Test
    void aFactorThatTheSeatHasNotIsRefused() {
        assertThatThrownBy(() -> of(new RoleSpec.Trader(List.of(0), 1, 0.01)).factor("base-fee"))
                .hasMessage("agents.mine.factors: no factor 'base-fee' among []");
    }
}
