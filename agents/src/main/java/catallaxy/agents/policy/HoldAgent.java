package catallaxy.agents.policy;

import catallaxy.agents.Agent;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import catallaxy.environment.market.role.RoleSpec;

/** The agent that never does anything: the baseline of a result that is the market's and not the agent's. */
public final class HoldAgent implements Agent {
    /** No settings. */
    public record Config() implements PolicySpec {
        @Override
        public String policy() {
            return "hold";
        }

        @Override
        public Class<?> seat() {
            return RoleSpec.class;
        }
    }

    @Override
    public Action decide(Observation observation) {
        return Action.HOLD;
    }

    /** Itself: it remembers nothing. */
    @Override
    public HoldAgent copy() {
        return this;
    }
}
