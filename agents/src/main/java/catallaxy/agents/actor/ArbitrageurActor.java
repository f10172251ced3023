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

/** The actor in an arbitrageur's seat: tells its subscribers of each trade between two venues that it takes. */
public final class ArbitrageurActor {
    /** What an arbitrageur has to say. */
    public sealed interface Event extends AgentEvent {}

    /**
     * It has seen a difference between two venues and trades it.
     *
     * @param route names of its venues, joined by {@code ~}
     * @param quote quote units spent where it buys; positive buys on the first venue, negative on the second
     */
    public record OpportunityTaken(String agent, long timeNanos, String route, double quote) implements Event {}

    private ArbitrageurActor() {}

    /**
     * The actor of an arbitrageur.
     *
     * @param fresh makes the agent, at its first decision and after each failure
     */
    public static Behavior<AgentActor.Command> create(String agent, Supplier<Agent> fresh) {
        return AgentActor.create(agent, fresh, () -> ArbitrageurActor::announce);
    }

    static void announce(Observation observation, Action.Vector action, Consumer<AgentEvent> subscribers) {
        for (int i = 0; i < action.size(); i++) {
            Meaning meaning = observation.actions().components().get(i).meaning();
            if (action.value(i) != 0
                    && meaning.quantity().equals(Quantity.TRADE)
                    && meaning.subject() instanceof Subject.Route route) {
                subscribers.accept(new OpportunityTaken(
                        observation.agent(), observation.timeNanos(), route.id(), action.value(i)));
            }
        }
    }
}
