package catallaxy.agents.actor;

import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import java.util.function.Consumer;

/** Turns the decisions of one agent into the events of its role; may remember the previous decision. */
@FunctionalInterface
interface Announcer {
    /**
     * Tells {@code subscribers} what the decision means.
     *
     * @param action within {@code observation.actions()}
     */
    void announce(Observation observation, Action.Vector action, Consumer<AgentEvent> subscribers);
}
