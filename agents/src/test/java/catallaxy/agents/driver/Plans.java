package catallaxy.agents.driver;

import catallaxy.agents.Agent;
import catallaxy.environment.api.ParallelEnvironment;
import catallaxy.environment.market.role.RoleSpec;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Plans of trader seats. */
public final class Plans {
    private static final RoleSpec TRADER = new RoleSpec.Trader(List.of(0), 1, 0);

    private Plans() {}

    public static AgentPlan of(String agent, Supplier<Agent> fresh) {
        return new AgentPlan(agent, TRADER, fresh);
    }

    public static List<AgentPlan> all(ParallelEnvironment environment, Function<String, Supplier<Agent>> fresh) {
        return environment.agents().stream()
                .map(agent -> of(agent, fresh.apply(agent)))
                .toList();
    }
}
