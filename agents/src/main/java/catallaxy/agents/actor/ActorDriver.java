package catallaxy.agents.actor;

import akka.actor.BootstrapSetup;
import akka.actor.setup.ActorSystemSetup;
import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.Terminated;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import catallaxy.agents.Agent;
import catallaxy.agents.driver.AgentPlan;
import catallaxy.agents.driver.Driver;
import catallaxy.agents.driver.DriverListener;
import catallaxy.agents.driver.DriverResult;
import catallaxy.agents.driver.FaultRule;
import catallaxy.environment.api.ParallelEnvironment;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import scala.concurrent.ExecutionContext;

/**
 * The driver in which every agent and the market are typed actors. It survives agents that stop, and ends the run of one that hangs.
 *
 * <p>Each run has an actor system of its own, on daemon threads, which has ended when {@code run} returns or throws; only
 * an agent that does not react to an interrupt can keep its thread. Environment and listener are called on threads of that
 * system, one at a time.
 */
public final class ActorDriver implements Driver {
    private static final long WATCH_INTERVAL_NANOS = 20_000_000L;
    private static final long BEFORE_INTERRUPT_MILLIS = 300;
    private static final long AFTER_INTERRUPT_MILLIS = 2_000;
    private static final Config CONFIG = ConfigFactory.parseString("""
            akka {
              loggers = []
              loglevel = OFF
              stdout-loglevel = OFF
              log-dead-letters = off
              log-dead-letters-during-shutdown = off
              daemonic = on
              jvm-exit-on-fatal-error = off
              jvm-shutdown-hooks = off
              coordinated-shutdown.run-by-jvm-shutdown-hook = off
              coordinated-shutdown.run-by-actor-system-terminate = off
              actor.internal-dispatcher = akka.actor.default-dispatcher
            }
            """)
            .withFallback(ConfigFactory.defaultReference(ActorSystem.class.getClassLoader()));

    private final List<Behavior<AgentEvent>> observers;

    /** A driver of runs that nobody else observes. */
    public ActorDriver() {
        this(List.of());
    }

    private ActorDriver(List<Behavior<AgentEvent>> observers) {
        this.observers = observers;
    }

    /**
     * A driver that also runs {@code observer}, subscribed to the events of all agents. Events of one agent arrive in
     * order; those of different agents in any order.
     */
    public ActorDriver observedBy(Behavior<AgentEvent> observer) {
        List<Behavior<AgentEvent>> all = new ArrayList<>(observers);
        all.add(observer);
        return new ActorDriver(List.copyOf(all));
    }

    /** @throws CancellationException if the calling thread is interrupted; the run has ended then */
    @Override
    public DriverResult run(
            ParallelEnvironment environment,
            long seed,
            List<AgentPlan> plans,
            FaultRule rule,
            DriverListener listener) {
        List<AgentPlan> seats = AgentPlan.inOrder(environment.agents(), plans).stream()
                .map(ActorDriver::made)
                .toList();
        MarketActor.Run run = new MarketActor.Run(environment, seed, rule, listener);
        CompletableFuture<DriverResult> ended = new CompletableFuture<>();
        RelayExecutor threads = new RelayExecutor("catallaxy", WATCH_INTERVAL_NANOS);
        threads.start();
        ActorSystem<MarketActor.Ended> system = start(guardian(run, seats, ended), threads);
        try {
            return await(ended);
        } finally {
            end(system, threads);
        }
    }

    /** The plan with its first agent made at once, so that an agent that cannot be made stops the run before it starts. */
    private static AgentPlan made(AgentPlan plan) {
        return new AgentPlan(plan.agent(), new FirstMade(plan.fresh()));
    }

    /** Hands out an agent made beforehand, then new ones. Called by one thread at a time. */
    private static final class FirstMade implements Supplier<Agent> {
        private final Supplier<Agent> fresh;
        private final List<Agent> first;

        FirstMade(Supplier<Agent> fresh) {
            this.fresh = fresh;
            first = new ArrayList<>(List.of(fresh.get()));
        }

        @Override
        public Agent get() {
            return first.isEmpty() ? fresh.get() : first.removeLast();
        }
    }

    private static ActorSystem<MarketActor.Ended> start(Behavior<MarketActor.Ended> guardian, RelayExecutor threads) {
        BootstrapSetup bootstrap = BootstrapSetup.create(CONFIG)
                .withDefaultExecutionContext(ExecutionContext.fromExecutorService(threads));
        return ActorSystem.create(guardian, "catallaxy", ActorSystemSetup.create(bootstrap));
    }

    private Behavior<MarketActor.Ended> guardian(
            MarketActor.Run run, List<AgentPlan> seats, CompletableFuture<DriverResult> ended) {
        return Behaviors.setup(context -> {
            Map<String, ActorRef<AgentActor.Command>> agents = spawnAgents(context, seats);
            context.watch(context.spawn(MarketActor.create(run, agents, context.getSelf()), "market"));
            return Behaviors.receive(MarketActor.Ended.class)
                    .onMessage(MarketActor.Ended.class, message -> onEnded(message, ended))
                    .onSignal(Terminated.class, _ -> {
                        ended.completeExceptionally(new IllegalStateException("the market's actor stopped by itself"));
                        return Behaviors.same();
                    })
                    .build();
        });
    }

    private Map<String, ActorRef<AgentActor.Command>> spawnAgents(
            ActorContext<MarketActor.Ended> context, List<AgentPlan> seats) {
        List<ActorRef<AgentEvent>> subscribers =
                observers.stream().map(context::spawnAnonymous).toList();
        Map<String, ActorRef<AgentActor.Command>> agents = new LinkedHashMap<>();
        for (AgentPlan seat : seats) {
            ActorRef<AgentActor.Command> agent = context.spawnAnonymous(AgentActor.create(seat));
            subscribers.forEach(subscriber -> agent.tell(new AgentActor.Subscribe(subscriber)));
            agents.put(seat.agent(), agent);
        }
        return agents;
    }

    private static Behavior<MarketActor.Ended> onEnded(
            MarketActor.Ended message, CompletableFuture<DriverResult> ended) {
        switch (message) {
            case MarketActor.Completed completed -> ended.complete(completed.result());
            case MarketActor.Aborted aborted -> ended.completeExceptionally(aborted.cause());
        }
        return Behaviors.same();
    }

    private static DriverResult await(CompletableFuture<DriverResult> ended) {
        try {
            return ended.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the run was interrupted");
        } catch (ExecutionException failed) {
            throw unwrapped(failed);
        }
    }

    private static RuntimeException unwrapped(ExecutionException failed) {
        if (failed.getCause() instanceof Error error) {
            throw error;
        }
        return failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
    }

    private static void end(ActorSystem<?> system, RelayExecutor threads) {
        boolean interrupted = Thread.interrupted();
        system.terminate();
        try {
            if (!hasEnded(system, BEFORE_INTERRUPT_MILLIS)) {
                threads.interruptAll();
                hasEnded(system, AFTER_INTERRUPT_MILLIS);
            }
        } catch (InterruptedException again) {
            interrupted = true;
        } finally {
            threads.shutdown();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean hasEnded(ActorSystem<?> system, long patienceMillis) throws InterruptedException {
        try {
            system.getWhenTerminated().toCompletableFuture().get(patienceMillis, TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException stuck) {
            return false;
        }
    }
}
