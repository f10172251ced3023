package catallaxy.agents.driver;

import catallaxy.agents.Agent;
import catallaxy.environment.market.role.RoleSpec;
import java.util.function.Supplier;

/**
 * How a driver fills one seat.
 *
 * @param agent id from the scenario
 * @param role  kind of seat; selects the events that the agent's actor publishes
 * @param fresh makes a new agent that remembers nothing, at the start of a run and after each failure
 */
public record AgentPlan(String agent, RoleSpec role, Supplier<Agent> fresh) {}
