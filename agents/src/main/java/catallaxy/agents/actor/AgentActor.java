package catallaxy.agents.actor;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.SupervisorStrategy;
import akka.actor.typed.javadsl.Behaviors;
import catallaxy.agents.Agent;
import catallaxy.agents.driver.AgentPlan;
import catallaxy.agents.driver.Outcome;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The actor around one {@link Agent}: it delivers observations and answers, the agent computes.
 *
 * <p>All roles share this protocol, because all agents are asked the same question. What a decision means is told as events, see
 * {@link MarketMakerActor}, {@link PortfolioManagerActor}, {@link ArbitrageurActor},
 * {@link RiskManagerActor}, {@link LiquidityProviderActor} and {@link TraderActor}.
 *
 * <p>Supervision: when the agent throws, the actor answers {@link Failed} and is restarted with a new agent, which is made
 * at the next {@link Decide}; subscribers stay. An error of the machine (no memory) is answered with {@link Broken} and
 * stops the actor.
 */
public final class AgentActor {
    /** What the actor is told. */
    public sealed interface Command permits Decide, Subscribe, Stop {}

    /** Asks for the decision of one epoch; answered once, with any {@link Reply}. */
    public record Decide(Observation observation, ActorRef<Reply> replyTo) implements Command {}

    /** From now on {@code subscriber} is sent the events of the agent's role. */
    public record Subscribe(ActorRef<AgentEvent> subscriber) implements Command {}

    /** Ends the actor. */
    public record Stop() implements Command {}

    /** The answer to {@link Decide}. */
    public sealed interface Reply extends MarketActor.Command permits Decided, Failed, Broken {
        /** Id of the agent that answers. */
        String agent();

        /** The epoch that was asked for. */
        long epoch();
    }

    /**
     * What the agent decided, not yet checked.
     *
     * @param action null if that is what the agent returned
     */
    public record Decided(
            String agent, long epoch, @Nullable Action action) implements Reply {}

    /** The agent threw; it will be made anew. */
    public record Failed(String agent, long epoch, Outcome.Faulted fault) implements Reply {}

    /** The machine failed; the run cannot go on. */
    public record Broken(String agent, long epoch, VirtualMachineError error) implements Reply {}

    /** Tells the supervisor to restart the actor. */
    private static final class AgentThrew extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** With a message of its own, as to make one of the cause runs the user's code. */
        AgentThrew(Throwable cause) {
            super("an agent threw", cause);
        }
    }

    private final String agent;
    private final Supplier<Agent> fresh;
    private final Announcer announcer;
    private final List<ActorRef<AgentEvent>> subscribers;
    private @Nullable Agent current;

    private AgentActor(
            String agent, Supplier<Agent> fresh, Announcer announcer, List<ActorRef<AgentEvent>> subscribers) {
        this.agent = agent;
        this.fresh = fresh;
        this.announcer = announcer;
        this.subscribers = subscribers;
    }

    /** The actor of the plan's seat, with the events of whatever its actions mean. */
    public static Behavior<Command> create(AgentPlan plan) {
        return create(plan.agent(), plan.fresh(), DecisionEvents::new);
    }

    /** @param announcer makes what turns decisions into events, anew after each restart */
    static Behavior<Command> create(String agent, Supplier<Agent> fresh, Supplier<Announcer> announcer) {
        return Behaviors.setup(_ -> {
            List<ActorRef<AgentEvent>> subscribers = new ArrayList<>();
            Behavior<Command> deciding =
                    Behaviors.setup(_ -> new AgentActor(agent, fresh, announcer.get(), subscribers).deciding());
            return Behaviors.supervise(deciding)
                    .onFailure(AgentThrew.class, SupervisorStrategy.restart().withLoggingEnabled(false));
        });
    }

    private Behavior<Command> deciding() {
        return Behaviors.receiveMessage(command -> switch (command) {
            case Decide decide -> onDecide(decide);
            case Subscribe subscribe -> onSubscribe(subscribe);
            case Stop _ -> Behaviors.stopped();
        });
    }

    private Behavior<Command> onSubscribe(Subscribe subscribe) {
        subscribers.add(subscribe.subscriber());
        return Behaviors.same();
    }

    private Behavior<Command> onDecide(Decide decide) {
        Observation observation = decide.observation();
        try {
            if (current == null) {
                current = fresh.get();
            }
            Action action = current.decide(observation);
            decide.replyTo().tell(new Decided(agent, observation.epoch(), action));
            announce(observation, action);
            return Behaviors.same();
        } catch (Throwable thrown) {
            return onThrown(decide, thrown);
        }
    }

    private Behavior<Command> onThrown(Decide decide, Throwable thrown) {
        long epoch = decide.observation().epoch();
        if (Outcome.isFatal(thrown)) {
            decide.replyTo().tell(new Broken(agent, epoch, (VirtualMachineError) thrown));
            return Behaviors.stopped();
        }
        decide.replyTo().tell(new Failed(agent, epoch, Outcome.threw(thrown)));
        throw new AgentThrew(thrown);
    }

    /** Where an agent is that decides at this moment in any thread; nothing if none does. */
    static StackTraceElement[] stackOfOneDeciding() {
        return Thread.getAllStackTraces().values().stream()
                .filter(stack -> Stream.of(stack).anyMatch(AgentActor::isDecision))
                .findFirst()
                .orElseGet(() -> new StackTraceElement[0]);
    }

    private static boolean isDecision(StackTraceElement frame) {
        return frame.getClassName().equals(AgentActor.class.getName())
                && frame.getMethodName().equals("onDecide");
    }

    private void announce(Observation observation, @Nullable Action action) {
        if (!subscribers.isEmpty()
                && action instanceof Action.Vector vector
                && observation.actions().complaint(vector.values()).isEmpty()) {
            announcer.announce(observation, vector, event -> subscribers.forEach(s -> s.tell(event)));
        }
    }
}
