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

/** The actor in a trader's seat: tells its subscribers of each trade that it orders. */
public final class TraderActor {
    /** What a trader has to say. */
    public sealed interface Event extends AgentEvent {}

    /**
     * It buys or sells.
     *
     * @param venue name of the venue
     * @param quote quote units; positive buys
     */
    public record TradeOrdered(String agent, long timeNanos, String venue, double quote) implements Event {}

    private TraderActor() {}

    /**
     * The actor of a trader.
     *
     * @param fresh makes the agent, at its first decision and after each failure
     */
    public static Behavior<AgentActor.Command> create(String agent, Supplier<Agent> fresh) {
        return AgentActor.create(agent, fresh, () -> TraderActor::announce);
    }

    static void announce(Observation observation, Action.Vector action, Consumer<AgentEvent> subscribers) {
        for (int i = 0; i < action.size(); i++) {
            Meaning meaning = observation.actions().components().get(i).meaning();
            if (action.value(i) != 0
                    && meaning.quantity().equals(Quantity.TRADE)
                    && meaning.subject() instanceof Subject.Venue venue) {
                subscribers.accept(
                        new TradeOrdered(observation.agent(), observation.timeNanos(), venue.id(), action.value(i)));
            }
        }
    }
}
