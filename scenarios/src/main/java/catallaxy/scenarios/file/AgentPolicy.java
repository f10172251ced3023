package catallaxy.scenarios.file;

import catallaxy.agents.policy.PolicySpec;

/**
 * Who sits in a seat.
 *
 * @param agent id of the seat
 */
public record AgentPolicy(String agent, PolicySpec policy) {}
