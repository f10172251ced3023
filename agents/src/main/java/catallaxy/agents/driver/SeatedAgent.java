package catallaxy.agents.driver;

import catallaxy.agents.Agent;
import catallaxy.environment.api.AgentStep;
import catallaxy.environment.api.Observation;
import org.jspecify.annotations.Nullable;

/** The agent in one seat of one run, called on the caller's thread; it is made anew after it threw. */
public final class SeatedAgent {
    private final AgentPlan plan;
    private final DecisionWatch watch = DecisionWatch.present();
    private @Nullable Agent agent;

    /** Makes the agent. */
    public SeatedAgent(AgentPlan plan) {
        this.plan = plan;
        agent = plan.fresh().get();
    }

    /** Asks it for a decision. */
    public Outcome decide(AgentStep step) {
        Observation outer = watch.begin(step.observation());
        try {
            return answer(step.observation());
        } finally {
            watch.end(outer);
        }
    }

    private Outcome answer(Observation observation) {
        try {
            if (agent == null) {
                agent = plan.fresh().get();
            }
            return new Outcome.Answered(agent.decide(observation));
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
