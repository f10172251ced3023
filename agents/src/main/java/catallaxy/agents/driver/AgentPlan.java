package catallaxy.agents.driver;

import catallaxy.agents.Agent;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * How a driver fills one seat.
 *
 * @param agent id from the scenario
 * @param fresh makes a new agent that remembers nothing, at the start of a run and after each failure
 */
public record AgentPlan(String agent, Supplier<Agent> fresh) {
    /**
     * The plans in the order of {@code agents}.
     *
     * @throws IllegalArgumentException if there is not exactly one plan for each agent
     */
    public static List<AgentPlan> inOrder(List<String> agents, List<AgentPlan> plans) {
        Map<String, AgentPlan> byAgent = new LinkedHashMap<>();
        plans.forEach(plan -> byAgent.put(plan.agent(), plan));
        if (byAgent.size() != plans.size() || !byAgent.keySet().equals(new LinkedHashSet<>(agents))) {
            throw new IllegalArgumentException("plans: expected one for each of " + agents + ", found "
                    + plans.stream().map(AgentPlan::agent).toList());
        }
        return agents.stream()
                .map(agent -> Objects.requireNonNull(byAgent.get(agent)))
                .toList();
    }
}
