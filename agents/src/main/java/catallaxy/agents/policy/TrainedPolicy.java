package catallaxy.agents.policy;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.environment.market.role.RoleSpec;

/**
 * A policy that was learned and is read from a checkpoint. Immutable.
 *
 * @param source what it was read from, for messages and manifests
 * @param digest of what was read, hexadecimal
 * @param role   of the seat in which it was trained
 */
public record TrainedPolicy(String source, String digest, String role, Maker maker) implements PolicySpec {
    /** Makes agents that act by the policy. May be shared between threads. */
    @FunctionalInterface
    public interface Maker {
        /**
         * A new agent, with nothing remembered.
         *
         * @param factory makes the agent that advises it, where it has one
         * @throws AgentCreationException if the policy does not fit the seat
         */
        Agent create(AgentContext context, AgentFactory factory);
    }

    @Override
    public String policy() {
        return "checkpoint";
    }

    @Override
    public Class<?> seat() {
        return RoleSpec.class;
    }

    @Override
    public boolean fits(String seat, Class<? extends RoleSpec> spec) {
        return seat.equals(role);
    }

    @Override
    public String roles() {
        return role;
    }
}
