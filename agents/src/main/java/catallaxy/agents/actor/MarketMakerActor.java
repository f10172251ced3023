package catallaxy.agents.actor;

import akka.actor.typed.Behavior;
import catallaxy.agents.Agent;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Meaning;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.Quantity;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The actor in a market maker's seat: tells its subscribers of new quotes. Owned by its actor. */
public final class MarketMakerActor implements Announcer {
    /** What a market maker has to say. */
    public sealed interface Event extends AgentEvent {}

    /**
     * It quotes other prices or sizes than before.
     *
     * @param bid     quote units per whole base unit
     * @param bidSize share of a full quote
     */
    public record QuotesChanged(String agent, long timeNanos, double bid, double bidSize, double ask, double askSize)
            implements Event {}

    /** It no longer quotes on either side. */
    public record QuotesWithdrawn(String agent, long timeNanos) implements Event {}

    private static final double BPS = 10_000;
    private static final List<Quantity> QUOTES =
            List.of(Quantity.BID_OFFSET, Quantity.ASK_OFFSET, Quantity.BID_SIZE, Quantity.ASK_SIZE);

    private @Nullable Event previous;

    MarketMakerActor() {}

    /**
     * The actor of a market maker.
     *
     * @param fresh makes the agent, at its first decision and after each failure
     */
    public static Behavior<AgentActor.Command> create(String agent, Supplier<Agent> fresh) {
        return AgentActor.create(agent, fresh, MarketMakerActor::new);
    }

    @Override
    public void announce(Observation observation, Action.Vector action, Consumer<AgentEvent> subscribers) {
        if (!quotes(observation)) {
            return;
        }
        Event event = event(observation, action);
        if (!isRepetition(event)) {
            subscribers.accept(event);
        }
        previous = event;
    }

    private static boolean quotes(Observation observation) {
        List<Quantity> asked = observation.actions().components().stream()
                .map(component -> component.meaning().quantity())
                .toList();
        return asked.containsAll(QUOTES) && DecisionEvents.observes(observation, Meaning.named("mid"));
    }

    private boolean isRepetition(Event event) {
        return switch (event) {
            case QuotesWithdrawn _ -> previous == null || previous instanceof QuotesWithdrawn;
            case QuotesChanged now ->
                previous instanceof QuotesChanged before
                        && now.equals(new QuotesChanged(
                                now.agent(),
                                now.timeNanos(),
                                before.bid(),
                                before.bidSize(),
                                before.ask(),
                                before.askSize()));
        };
    }

    private static Event event(Observation observation, Action.Vector action) {
        double bidSize = value(observation, action, "bid_size");
        double askSize = value(observation, action, "ask_size");
        if (bidSize == 0 && askSize == 0) {
            return new QuotesWithdrawn(observation.agent(), observation.timeNanos());
        }
        double mid = observation.value("mid");
        double bid = mid * (1 - value(observation, action, "bid_offset_bps") / BPS);
        double ask = mid * (1 + value(observation, action, "ask_offset_bps") / BPS);
        return new QuotesChanged(observation.agent(), observation.timeNanos(), bid, bidSize, ask, askSize);
    }

    private static double value(Observation observation, Action.Vector action, String component) {
        return action.value(observation.actions().index(component));
    }
}
