package catallaxy.agents.driver;

import catallaxy.agents.Agent;
import catallaxy.environment.api.ParallelEnvironment;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Plans of seats. */
public final class Plans {
    private Plans() {}

    public static AgentPlan of(String agent, Supplier<Agent> fresh) {
        return new AgentPlan(agent, fresh);
    }

    public static List<AgentPlan> all(ParallelEnvironment environment, Function<String, Supplier<Agent>> fresh) {
        return environment.agents().stream()
                .map(agent -> of(agent, fresh.apply(agent)))
                .toList();
    }
}
