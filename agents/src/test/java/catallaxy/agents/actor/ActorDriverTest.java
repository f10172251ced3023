package catallaxy.agents.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akka.actor.typed.javadsl.Behaviors;
import catallaxy.agents.Agent;
import catallaxy.agents.driver.AgentPlan;
import catallaxy.agents.driver.BatchDriver;
import catallaxy.agents.driver.Driver;
import catallaxy.agents.driver.DriverListener;
import catallaxy.agents.driver.DriverResult;
import catallaxy.agents.driver.FaultRule;
import catallaxy.agents.driver.Plans;
import catallaxy.agents.driver.ReplayDriver;
import catallaxy.agents.testkit.DriftMarket;
import catallaxy.agents.testkit.RunProbe;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.EnvironmentStep;
import catallaxy.environment.base.random.RandomStream;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whole runs with actors, against the other drivers and with agents that misbehave. */
@Timeout(60)
class ActorDriverTest {
    private static final FaultRule RULE = new FaultRule(60_000_000_000L, 3);

    @AfterEach
    void leavesNoThreadsBehind() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("catallaxy")) {
                thread.join(10_000);
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    /** An agent that buys and sells by chance, throws now and then, and answers with nonsense now and then. */
    private static Supplier<Agent> moody(long seed, String agent) {
        return () -> {
            RandomStream random = RandomStream.of(seed, agent);
            return observation -> {
                double mood = random.nextDouble();
                if (mood < 0.05) {
                    throw new IllegalStateException("mood " + mood);
                }
                return Action.of(mood < 0.1 ? Double.NaN : 2 * random.nextDouble() - 1);
            };
        };
    }

    private static DriverResult run(Driver driver, long seed, RunProbe probe) {
        DriftMarket market = new DriftMarket(5, 300);
        return driver.run(market, seed, Plans.all(market, agent -> moody(seed, agent)), RULE, probe);
    }

    @Test
    void isHeardToDoTheSameAsTheOtherDrivers() {
        for (long seed = 0; seed < 6; seed++) {
            RunProbe actors = new RunProbe();
            RunProbe batch = new RunProbe();
            DriverResult result = run(new ActorDriver(), seed, actors);
            assertThat(result).as("seed %d", seed).isEqualTo(run(new BatchDriver(), seed, batch));
            assertThat(actors.faults())
                    .isNotEmpty()
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("thrown")
                    .isEqualTo(batch.faults());
            assertThat(actors.decisions().equals(batch.decisions())).isTrue();
            RunProbe replayed = new RunProbe();
            assertThat(run(new ReplayDriver(actors.decisions()), seed, replayed).digest())
                    .as("seed %d", seed)
                    .isEqualTo(result.digest());
        }
    }

    private static DriverResult runOne(Supplier<Agent> agent, FaultRule rule, RunProbe probe) {
        DriftMarket market = new DriftMarket(2, 6);
        List<AgentPlan> plans = List.of(Plans.of("agent-0", agent), Plans.of("agent-1", () -> _ -> Action.of(0.5)));
        return new ActorDriver().run(market, 1, plans, rule, probe);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void throwsWhatEnvironmentListenerAndFirstMakingThrow() {
        IllegalStateException full = new IllegalStateException("disk full");
        DriverListener failing = new DriverListener() {
            @Override
            public void step(EnvironmentStep step) {
                if (step.timeNanos() > 2_000_000) {
                    throw full;
                }
            }
        };
        DriftMarket market = new DriftMarket(1, 6);
        List<AgentPlan> holds = Plans.all(market, _ -> () -> _ -> Action.HOLD);
        assertThatThrownBy(() -> new ActorDriver().run(market, 1, holds, RULE, failing))
                .isSameAs(full);
        Supplier<Agent> never = () -> {
            throw full;
        };
        assertThatThrownBy(() -> runOne(never, RULE, new RunProbe())).isSameAs(full);
        OutOfMemoryError exhausted = new OutOfMemoryError("planted");
        Supplier<Agent> exhausting = () -> _ -> {
            throw exhausted;
        };
        assertThatThrownBy(() -> runOne(exhausting, RULE, new RunProbe())).isSameAs(exhausted);
    }

    @Test
    void endsWhenTheCallerIsInterrupted() {
        Thread caller = Thread.currentThread();
        CountDownLatch never = new CountDownLatch(1);
        Supplier<Agent> interrupting = () -> _ -> {
            caller.interrupt();
            await(never);
            return Action.HOLD;
        };
        assertThatThrownBy(() -> runOne(interrupting, RULE, new RunProbe())).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void letsAnObserverHearTheAgents() {
        Queue<AgentEvent> heard = new ConcurrentLinkedQueue<>();
        DriftMarket market = new DriftMarket(1, 4);
        List<AgentPlan> plans = Plans.all(market, _ -> () -> o -> Action.of(o.epoch() / 4.0));
        new ActorDriver()
                .observedBy(Behaviors.receiveMessage(event -> {
                    heard.add(event);
                    return Behaviors.same();
                }))
                .run(market, 1, plans, RULE, DriverListener.NONE);
        assertThat(heard)
                .startsWith(
                        new TraderActor.TradeOrdered("agent-0", 1_000_000, "x", 0.25),
                        new TraderActor.TradeOrdered("agent-0", 2_000_000, "x", 0.5));
    }
}
