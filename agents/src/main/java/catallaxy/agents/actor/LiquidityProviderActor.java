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

/** The actor in a liquidity provider's seat: tells its subscribers of each deposit, withdrawal and hedge that it orders. */
public final class LiquidityProviderActor {
    /** What a liquidity provider has to say. */
    public sealed interface Event extends AgentEvent {}

    /**
     * It wants more in a pool than it has there.
     *
     * @param pool name of the pool
     * @param from observed share of its equity there
     * @param to   the share that it wants
     */
    public record DepositOrdered(String agent, long timeNanos, String pool, double from, double to) implements Event {}

    /**
     * It wants less in a pool than it has there.
     *
     * @param pool name of the pool
     * @param from observed share of its equity there
     * @param to   the share that it wants
     */
    public record WithdrawalOrdered(String agent, long timeNanos, String pool, double from, double to)
            implements Event {}

    /**
     * It undoes what pools did to its holdings.
     *
     * @param venue name of the venue on which it trades
     * @param share of the exposure that is undone, above 0
     */
    public record HedgeOrdered(String agent, long timeNanos, String venue, double share) implements Event {}

    private LiquidityProviderActor() {}

    /**
     * The actor of a liquidity provider.
     *
     * @param fresh makes the agent, at its first decision and after each failure
     */
    public static Behavior<AgentActor.Command> create(String agent, Supplier<Agent> fresh) {
        return AgentActor.create(agent, fresh, () -> LiquidityProviderActor::announce);
    }

    static void announce(Observation observation, Action.Vector action, Consumer<AgentEvent> subscribers) {
        for (int i = 0; i < action.size(); i++) {
            Meaning meaning = observation.actions().components().get(i).meaning();
            if (meaning.subject() instanceof Subject.Venue venue) {
                announce(observation, meaning, venue.id(), action.value(i), subscribers);
            }
        }
    }

    private static void announce(
            Observation observation, Meaning meaning, String venue, double value, Consumer<AgentEvent> subscribers) {
        String agent = observation.agent();
        long time = observation.timeNanos();
        if (meaning.quantity().equals(Quantity.HEDGE) && value > 0) {
            subscribers.accept(new HedgeOrdered(agent, time, venue, value));
        } else if (meaning.quantity().equals(Quantity.PROVIDED) && DecisionEvents.observes(observation, meaning)) {
            double from = observation.value(meaning);
            if (value > from) {
                subscribers.accept(new DepositOrdered(agent, time, venue, from, value));
            } else if (value < from) {
                subscribers.accept(new WithdrawalOrdered(agent, time, venue, from, value));
            }
        }
    }
}
