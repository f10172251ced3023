package catallaxy.agents.actor;

import akka.actor.typed.Behavior;
import catallaxy.agents.Agent;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Meaning;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.Subject;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The actor in a risk manager's seat: tells its subscribers of each limit that it changes. */
public final class RiskManagerActor {
    /** What a risk manager has to say. */
    public sealed interface Event extends AgentEvent {
        /** The agent whose limit it is. */
        String supervised();
    }

    /**
     * An agent's scale goes from one positive value to another.
     *
     * @param before scale in force, in (0, 1]
     * @param after  scale decided, in (0, 1]
     */
    public record LimitChanged(String agent, long timeNanos, String supervised, double before, double after)
            implements Event {}

    /** An agent is to stop trading and to flatten. */
    public record AgentHalted(String agent, long timeNanos, String supervised) implements Event {}

    /**
     * A halted agent may trade again.
     *
     * @param scale decided, in (0, 1]
     */
    public record AgentReadmitted(String agent, long timeNanos, String supervised, double scale) implements Event {}

    private RiskManagerActor() {}

    /**
     * The actor of a risk manager.
     *
     * @param fresh makes the agent, at its first decision and after each failure
     */
    public static Behavior<AgentActor.Command> create(String agent, Supplier<Agent> fresh) {
        return AgentActor.create(agent, fresh, () -> RiskManagerActor::announce);
    }

    static void announce(Observation observation, Action.Vector action, Consumer<AgentEvent> subscribers) {
        for (int i = 0; i < action.size(); i++) {
            Meaning component = observation.actions().components().get(i).meaning();
            if (component.quantity().equals(Quantity.SCALE)
                    && component.subject() instanceof Subject.Agent supervised
                    && DecisionEvents.observes(observation, component)
                    && action.value(i) != observation.value(component)) {
                subscribers.accept(event(observation, supervised.id(), observation.value(component), action.value(i)));
            }
        }
    }

    private static Event event(Observation observation, String supervised, double before, double after) {
        String agent = observation.agent();
        long timeNanos = observation.timeNanos();
        if (after == 0) {
            return new AgentHalted(agent, timeNanos, supervised);
        }
        return before == 0
                ? new AgentReadmitted(agent, timeNanos, supervised, after)
                : new LimitChanged(agent, timeNanos, supervised, before, after);
    }
}
