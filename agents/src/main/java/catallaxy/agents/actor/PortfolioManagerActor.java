package catallaxy.agents.actor;

import akka.actor.typed.Behavior;
import catallaxy.agents.Agent;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Meaning;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.Quantity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The actor in a portfolio manager's seat: tells its subscribers which weights it wants changed. */
public final class PortfolioManagerActor {
    /** What a portfolio manager has to say. */
    public sealed interface Event extends AgentEvent {}

    /**
     * It wants other weights than it has.
     *
     * @param targets shares of equity by the name of the action component, in the action's order; only those that differ
     *                from the observed weight
     */
    public record RebalancingOrdered(String agent, long timeNanos, Map<String, Double> targets) implements Event {}

    private PortfolioManagerActor() {}

    /**
     * The actor of a portfolio manager.
     *
     * @param fresh makes the agent, at its first decision and after each failure
     */
    public static Behavior<AgentActor.Command> create(String agent, Supplier<Agent> fresh) {
        return AgentActor.create(agent, fresh, () -> PortfolioManagerActor::announce);
    }

    static void announce(Observation observation, Action.Vector action, Consumer<AgentEvent> subscribers) {
        Map<String, Double> targets = new LinkedHashMap<>();
        for (int i = 0; i < action.size(); i++) {
            Meaning meaning = observation.actions().components().get(i).meaning();
            if (meaning.quantity().equals(Quantity.WEIGHT)
                    && DecisionEvents.observes(observation, meaning)
                    && action.value(i) != observation.value(meaning)) {
                targets.put(meaning.name(), action.value(i));
            }
        }
        if (!targets.isEmpty()) {
            subscribers.accept(new RebalancingOrdered(observation.agent(), observation.timeNanos(), targets));
        }
    }
}
