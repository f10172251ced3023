package catallaxy.scenarios.run;

import catallaxy.agents.Agent;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;

/** A user's agent that fails at its fourth decision, and so whenever it is made anew. */
public final class ThrowingAgent implements Agent {
    private int decisions;

    /** As the loader of users' agents wants it. */
    public ThrowingAgent() {}

    @Override
    public Action decide(Observation observation) {
        decisions++;
        if (decisions == 4) {
            throw new IllegalStateException("no idea, \"really\"");
        }
        return Action.HOLD;
    }
}
