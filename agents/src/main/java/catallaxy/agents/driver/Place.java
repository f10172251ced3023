package catallaxy.agents.driver;

import catallaxy.agents.Agent;
import catallaxy.environment.market.learning.AgentStep;
import org.jspecify.annotations.Nullable;

/** The agent in one seat of one run, called on the caller's thread; it is made anew after it threw. */
public final class Place {
    private final AgentPlan plan;
    private @Nullable Agent agent;

    /** Makes the agent. */
    public Place(AgentPlan plan) {
        this.plan = plan;
        agent = plan.fresh().get();
    }

    /** Asks it for a decision. */
    public Outcome decide(AgentStep step) {
        try {
            if (agent == null) {
                agent = plan.fresh().get();
            }
            return new Outcome.Answered(agent.decide(step.observation()));
        } catch (Throwable thrown) {
            agent = null;
            return fault(thrown);
        }
    }

    private static Outcome fault(Throwable thrown) {
        if (Outcome.isFatal(thrown)) {
            throw (VirtualMachineError) thrown;
        }
        return Outcome.threw(thrown);
    }
}
