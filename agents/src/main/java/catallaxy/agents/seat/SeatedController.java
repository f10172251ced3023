package catallaxy.agents.seat;

import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.policy.MarketAgents;
import catallaxy.agents.policy.TrainedPolicy;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;

/** Whatever maps features to actions, in a seat as a learner has it. */
public final class SeatedController {
    private SeatedController() {}

    /** Makes what decides, of what it sees and what it may do. */
    @FunctionalInterface
    public interface Form {
        /** What decides. */
        BatchPolicy of(ObservationSpec observations, ActionSpec actions);
    }

    /** How a learner sees the seat of an agent. */
    public static SeatView view(MarketAgents agents, String agent, SeatSettings settings) {
        return new SeatView(settings, agents.context(agent, 0), () -> agents.agent(agent, 0));
    }

    /**
     * The policy of an agent's seat.
     *
     * @param agents with the policy that advises it in its seat
     */
    public static TrainedPolicy policy(MarketAgents agents, String agent, SeatSettings settings, Form form) {
        String role = agents.market().agents().get(agents.index(agent)).role().role();
        return new TrainedPolicy("a controller", "", role, (context, factory) -> {
            SeatView view = new SeatView(settings, context, () -> factory.create(agents.policy(agent), context));
            return new TrainedAgent(view, form.of(view.observationSpec(), view.actionSpec()));
        });
    }
}
