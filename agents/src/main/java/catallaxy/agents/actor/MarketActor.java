package catallaxy.agents.actor;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.TimerScheduler;
import catallaxy.agents.driver.AgentFailedException;
import catallaxy.agents.driver.AgentFault;
import catallaxy.agents.driver.DriverListener;
import catallaxy.agents.driver.DriverResult;
import catallaxy.agents.driver.FaultRule;
import catallaxy.agents.driver.Outcome;
import catallaxy.agents.driver.Session;
import catallaxy.environment.api.AgentStep;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.ParallelEnvironment;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The actor that owns an environment and runs its epochs: it asks all agents that are due at once, waits for all answers,
 * and applies them in the scenario's order, never in the order in which they arrive.
 *
 * <p>An answer that is missing after the rule's timeout ends the run. The timeout is counted in quarters by one timer for the
 * whole run, because starting and stopping a timer for each of some hundred thousand epochs costs more than the epoch.
 * Whatever environment or listener throws ends the run.
 */
public final class MarketActor {
    /** What the actor is told. */
    public sealed interface Command permits AgentActor.Reply, QuarterPassed, AgentStopped {}

    /** A quarter of the decision timeout is over. */
    record QuarterPassed() implements Command {}

    /** An agent's actor no longer exists. */
    record AgentStopped(String agent) implements Command {}

    /** How a run ended. */
    public sealed interface Ended {}

    /** It came to its end. */
    public record Completed(DriverResult result) implements Ended {}

    /** Environment, listener or machine failed. */
    public record Aborted(Throwable cause) implements Ended {}

    /** What a run needs besides the agents. */
    public record Run(ParallelEnvironment environment, long seed, FaultRule rule, DriverListener listener) {}

    private static final int QUARTERS = 4;
    private static final QuarterPassed QUARTER_PASSED = new QuarterPassed();
    private static final Outcome STOPPED = new Outcome.Faulted(AgentFault.Kind.STOPPED, "its actor no longer exists");

    private final Duration quarter;
    private final TimerScheduler<Command> timers;
    private final ActorRef<AgentActor.Reply> self;
    private final ActorRef<Ended> replyTo;
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Session session;
    private Outcome[] outcomes = new Outcome[0];
    private int missing;
    private int quartersPassed;

    /** One agent's actor, and what it has been asked. */
    private static final class Member {
        private static final int NOT_ASKED = -1;

        private final ActorRef<AgentActor.Command> actor;
        private boolean stopped;
        /** Position in the round under way. */
        private int slot = NOT_ASKED;

        private long epoch;

        Member(ActorRef<AgentActor.Command> actor) {
            this.actor = actor;
        }
    }

    private MarketActor(
            Run run,
            Map<String, ActorRef<AgentActor.Command>> agents,
            ActorRef<Ended> replyTo,
            ActorContext<Command> context,
            TimerScheduler<Command> timers) {
        quarter = Duration.ofNanos(run.rule().decisionTimeoutNanos() / QUARTERS);
        this.timers = timers;
        this.replyTo = replyTo;
        self = context.getSelf().narrow();
        for (Map.Entry<String, ActorRef<AgentActor.Command>> agent : agents.entrySet()) {
            members.put(agent.getKey(), new Member(agent.getValue()));
            context.watchWith(agent.getValue(), new AgentStopped(agent.getKey()));
        }
        session = new Session(run.environment(), run.seed(), run.rule(), run.listener());
    }

    /**
     * Resets the environment, runs it to its end and stops.
     *
     * @param agents  the actors by agent, one for each of the environment's agents
     * @param replyTo is told once how the run ended
     */
    public static Behavior<Command> create(
            Run run, Map<String, ActorRef<AgentActor.Command>> agents, ActorRef<Ended> replyTo) {
        return Behaviors.setup(context -> Behaviors.withTimers(timers -> {
            try {
                return new MarketActor(run, agents, replyTo, context, timers).begin();
            } catch (Throwable thrown) {
                return abort(replyTo, thrown);
            }
        }));
    }

    private Behavior<Command> begin() {
        timers.startSingleTimer(QUARTER_PASSED, quarter);
        return awaitsAnswers() ? Behaviors.receiveMessage(this::onCommand) : complete();
    }

    private Behavior<Command> onCommand(Command command) {
        try {
            switch (command) {
                case AgentActor.Reply reply -> onReply(reply);
                case QuarterPassed _ -> onQuarterPassed();
                case AgentStopped stopped -> onAgentStopped(stopped.agent());
            }
            if (missing > 0) {
                return Behaviors.same();
            }
            session.apply(outcomes);
            return awaitsAnswers() ? Behaviors.same() : complete();
        } catch (Throwable thrown) {
            return abort(replyTo, thrown);
        }
    }

    private Behavior<Command> complete() {
        replyTo.tell(new Completed(session.result()));
        return Behaviors.stopped();
    }

    private static Behavior<Command> abort(ActorRef<Ended> replyTo, Throwable thrown) {
        replyTo.tell(new Aborted(thrown));
        return Behaviors.stopped();
    }

    /** Asks whoever is due, epoch after epoch, until somebody has to answer; false when the run is over. */
    private boolean awaitsAnswers() {
        while (!session.finished()) {
            askAll();
            if (missing > 0) {
                return true;
            }
            session.apply(outcomes);
        }
        return false;
    }

    private void askAll() {
        List<AgentStep> due = session.due();
        outcomes = new Outcome[due.size()];
        quartersPassed = 0;
        for (int slot = 0; slot < outcomes.length; slot++) {
            AgentStep step = due.get(slot);
            if (session.asks(step)) {
                ask(member(step.agent()), slot, step.observation());
            } else {
                outcomes[slot] = Outcome.NOT_ASKED;
            }
        }
    }

    private void ask(Member member, int slot, Observation observation) {
        member.slot = slot;
        member.epoch = observation.epoch();
        missing++;
        if (member.stopped) {
            settle(member, STOPPED);
        } else {
            member.actor.tell(new AgentActor.Decide(observation, self));
        }
    }

    private void settle(Member member, Outcome outcome) {
        outcomes[member.slot] = outcome;
        member.slot = Member.NOT_ASKED;
        missing--;
    }

    private void onReply(AgentActor.Reply reply) {
        Member member = members.get(reply.agent());
        if (member == null || member.slot == Member.NOT_ASKED || member.epoch != reply.epoch()) {
            return;
        }
        switch (reply) {
            case AgentActor.Decided decided -> settle(member, new Outcome.Answered(decided.action()));
            case AgentActor.Failed failed -> settle(member, failed.fault());
            case AgentActor.Broken broken -> throw broken.error();
        }
    }

    private void onQuarterPassed() {
        timers.startSingleTimer(QUARTER_PASSED, quarter);
        if (++quartersPassed <= QUARTERS) {
            return;
        }
        for (Member member : members.values()) {
            if (member.slot != Member.NOT_ASKED) {
                Observation asked = session.due().get(member.slot).observation();
                throw AgentFailedException.hung(
                        asked, quarter.multipliedBy(QUARTERS).toNanos(), AgentActor.stackOfOneDeciding());
            }
        }
    }

    private void onAgentStopped(String agent) {
        Member member = member(agent);
        member.stopped = true;
        if (member.slot != Member.NOT_ASKED) {
            settle(member, STOPPED);
        }
    }

    private Member member(String agent) {
        Member member = members.get(agent);
        if (member == null) {
            throw new IllegalStateException("no actor for agent " + agent + " among " + members.keySet());
        }
        return member;
    }
}
