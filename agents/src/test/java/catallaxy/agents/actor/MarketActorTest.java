package catallaxy.agents.actor;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.BehaviorTestKit;
import akka.actor.testkit.typed.javadsl.TestInbox;
import akka.actor.typed.ActorRef;
import catallaxy.agents.driver.AgentFailedException;
import catallaxy.agents.driver.AgentFault;
import catallaxy.agents.driver.BatchDriver;
import catallaxy.agents.driver.DriverListener;
import catallaxy.agents.driver.FaultRule;
import catallaxy.agents.driver.Outcome;
import catallaxy.agents.driver.Plans;
import catallaxy.agents.testkit.DriftMarket;
import catallaxy.agents.testkit.RunProbe;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import catallaxy.environment.base.random.RandomStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The market's actor, message by message, with agents that answer when the test says so. */
class MarketActorTest {
    private static final FaultRule RULE = new FaultRule(1_000_000_000L, 1);

    private final TestInbox<MarketActor.Ended> ended = TestInbox.create();
    private final Map<String, TestInbox<AgentActor.Command>> agents = new LinkedHashMap<>();
    private final RunProbe probe = new RunProbe();

    private BehaviorTestKit<MarketActor.Command> market(DriftMarket environment, long seed, DriverListener listener) {
        Map<String, ActorRef<AgentActor.Command>> actors = new LinkedHashMap<>();
        for (String agent : environment.agents()) {
            agents.put(agent, TestInbox.create());
            actors.put(agent, inbox(agent).getRef());
        }
        MarketActor.Run run = new MarketActor.Run(environment, seed, RULE, listener);
        return BehaviorTestKit.create(MarketActor.create(run, actors, ended.getRef()));
    }

    private TestInbox<AgentActor.Command> inbox(String agent) {
        return java.util.Objects.requireNonNull(agents.get(agent));
    }

    /** What agents were asked since the last call. */
    private List<Observation> asked() {
        List<Observation> asked = new ArrayList<>();
        for (TestInbox<AgentActor.Command> inbox : agents.values()) {
            for (AgentActor.Command command : inbox.getAllReceived()) {
                asked.add(((AgentActor.Decide) command).observation());
            }
        }
        return asked;
    }

    private static AgentActor.Reply answer(Observation o) {
        return new AgentActor.Decided(o.agent(), o.epoch(), decision(o));
    }

    private static Action decision(Observation o) {
        return Action.of(Math.sin(o.value(0) + o.agent().hashCode()));
    }

    private static AgentActor.Decided answer(String agent, long epoch) {
        return new AgentActor.Decided(agent, epoch, Action.of(0.5));
    }

    private static void passTimeout(BehaviorTestKit<MarketActor.Command> market) {
        for (int quarter = 0; quarter < 5; quarter++) {
            market.run(new MarketActor.QuarterPassed());
        }
    }

    @Test
    void appliesAnswersInTheScenariosOrderWhateverTheirOrderOfArrival() {
        for (long seed = 0; seed < 20; seed++) {
            DriftMarket environment = new DriftMarket(4, 60);
            BehaviorTestKit<MarketActor.Command> market = market(environment, seed, DriverListener.NONE);
            RandomStream random = RandomStream.of(seed, "arrival");
            while (!ended.hasMessages()) {
                List<Observation> waiting = asked();
                while (!waiting.isEmpty()) {
                    market.run(answer(waiting.remove(random.nextInt(waiting.size()))));
                }
            }
            assertThat(ended.receiveMessage())
                    .as("seed %d", seed)
                    .isEqualTo(new MarketActor.Completed(new BatchDriver()
                            .run(
                                    new DriftMarket(4, 60),
                                    seed,
                                    Plans.all(environment, _ -> () -> MarketActorTest::decision),
                                    RULE,
                                    DriverListener.NONE)));
            assertThat(market.isAlive()).isFalse();
        }
    }

    @Test
    void waitsForTheLastAnswer() {
        BehaviorTestKit<MarketActor.Command> market = market(new DriftMarket(2, 4), 1, probe);
        market.run(answer("agent-1", 0));
        assertThat(probe.decisions()).isEmpty();
        market.run(answer("agent-0", 0));
        assertThat(probe.decisions()).hasSize(2);
    }

    @Test
    void endsTheRunOfAnAgentThatDoesNotAnswerAndNamesIt() {
        BehaviorTestKit<MarketActor.Command> market = market(new DriftMarket(2, 4), 1, probe);
        market.run(answer("agent-1", 0));
        market.run(answer("agent-0", 0));
        market.run(answer("agent-1", 1));
        passTimeout(market);
        MarketActor.Aborted aborted = (MarketActor.Aborted) ended.receiveMessage();
        assertThat(aborted.cause())
                .isInstanceOf(AgentFailedException.class)
                .hasMessageContaining("agent agent-0 hangs: it did not decide at its epoch 1, 0.001 s, within")
                .hasMessageContaining("faults.decision-timeout");
        assertThat(probe.decisions()).as("of the epoch before").hasSize(2);
        assertThat(market.isAlive()).isFalse();
    }

    @Test
    void ignoresASecondAnswerToTheSameEpoch() {
        BehaviorTestKit<MarketActor.Command> market = market(new DriftMarket(2, 4), 1, probe);
        market.run(answer("agent-1", 0));
        market.run(new AgentActor.Decided("agent-1", 0, Action.of(-1)));
        market.run(answer("agent-0", 0));
        probe.expectAction("agent-1", 0, 0, 0.5);
    }

    @Test
    void doesNotCountATimerThatRanBeforeTheQuestion() {
        BehaviorTestKit<MarketActor.Command> market = market(new DriftMarket(1, 4), 1, probe);
        for (int quarter = 0; quarter < 4; quarter++) {
            market.run(new MarketActor.QuarterPassed());
        }
        market.run(answer("agent-0", 0));
        for (int quarter = 0; quarter < 4; quarter++) {
            market.run(new MarketActor.QuarterPassed());
        }
        market.run(answer("agent-0", 1));
        probe.expectNoFaults();
        assertThat(probe.decisions()).hasSize(2);
    }

    @Test
    void retiresAnAgentWhoseActorHasStopped() {
        BehaviorTestKit<MarketActor.Command> market = market(new DriftMarket(2, 4), 1, probe);
        market.run(answer("agent-0", 0));
        market.run(new MarketActor.AgentStopped("agent-1"));
        probe.expectFaults("agent-1", AgentFault.Kind.STOPPED, AgentFault.Kind.RETIRED);
        for (int epoch = 1; epoch < 4; epoch++) {
            market.run(answer("agent-0", epoch));
        }
        assertThat(ended.receiveMessage()).isInstanceOf(MarketActor.Completed.class);
        probe.expectHold("agent-1", 1);
    }

    @Test
    void noticesAnActorThatStoppedBetweenItsEpochs() {
        BehaviorTestKit<MarketActor.Command> market = market(new DriftMarket(2, 4), 1, probe);
        market.run(answer("agent-0", 0));
        market.run(answer("agent-1", 0));
        market.run(new MarketActor.AgentStopped("agent-1"));
        probe.expectNoFaults();
        market.run(answer("agent-0", 1));
        market.run(answer("agent-0", 2));
        probe.expectFaults("agent-1", AgentFault.Kind.STOPPED, AgentFault.Kind.RETIRED);
    }

    @Test
    void takesAFailureForAFault() {
        BehaviorTestKit<MarketActor.Command> market = market(new DriftMarket(1, 2), 1, probe);
        Outcome.Faulted fault = new Outcome.Faulted(AgentFault.Kind.THREW, "planted");
        market.run(new AgentActor.Failed("agent-0", 0, fault));
        market.run(answer("agent-0", 1));
        probe.expectFaults("agent-0", AgentFault.Kind.THREW);
        assertThat(ended.receiveMessage()).isInstanceOf(MarketActor.Completed.class);
    }

    @Test
    void endsTheRunWhenTheMachineOrTheListenerFails() {
        OutOfMemoryError error = new OutOfMemoryError("planted");
        BehaviorTestKit<MarketActor.Command> broken = market(new DriftMarket(1, 2), 1, probe);
        broken.run(new AgentActor.Broken("agent-0", 0, error));
        ended.expectMessage(new MarketActor.Aborted(error));
        assertThat(broken.isAlive()).isFalse();
        IllegalStateException full = new IllegalStateException("disk full");
        BehaviorTestKit<MarketActor.Command> unheard = market(new DriftMarket(1, 2), 1, failingAt(1, full));
        unheard.run(answer("agent-0", 0));
        ended.expectMessage(new MarketActor.Aborted(full));
        assertThat(market(new DriftMarket(1, 2), 1, failingAt(0, full)).isAlive())
                .isFalse();
        ended.expectMessage(new MarketActor.Aborted(full));
    }

    private static DriverListener failingAt(long tick, RuntimeException failure) {
        return new DriverListener() {
            @Override
            public void step(catallaxy.environment.api.EnvironmentStep step) {
                if (step.timeNanos() == tick * 1_000_000) {
                    throw failure;
                }
            }
        };
    }
}
