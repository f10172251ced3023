package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.BehaviorTestKit;
import akka.actor.testkit.typed.javadsl.TestInbox;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import catallaxy.agents.AgentContext;
import catallaxy.agents.actor.ActorDriver;
import catallaxy.agents.actor.AgentActor;
import catallaxy.agents.actor.AgentEvent;
import catallaxy.agents.actor.TraderActor;
import catallaxy.agents.driver.AgentPlan;
import catallaxy.agents.driver.FaultRule;
import catallaxy.agents.testkit.RunProbe;
import catallaxy.agents.testkit.ScriptedMarket;
import catallaxy.agents.testkit.TestContext;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Feature;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.Subject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeanReversionTest {
    private static final long MINUTE = 60_000_000_000L;
    private static final ObservationSpec OBSERVATIONS =
            new ObservationSpec(List.of(Feature.nonNegative("price.pool", "USDC/ETH")));
    private static final ActionSpec ACTIONS = new ActionSpec(List.of(new ActionComponent.Continuous(
            Quantity.TRADE.of(new Subject.Venue("pool", "ETH", "USDC")), "quote", -1_000, 1_000, 0)));

    private final ScriptedMarket market = new ScriptedMarket()
            .agent("mine", OBSERVATIONS, ACTIONS)
            .epoch(0, "mine", Map.of("price.pool", 3_000.0))
            .epoch(MINUTE, "mine", Map.of("price.pool", 2_900.0))
            .epoch(2 * MINUTE, "mine", Map.of("price.pool", 3_100.0));

    private static AgentPlan plan(Map<String, String> settings) {
        AgentContext context = TestContext.trader("mine", OBSERVATIONS, ACTIONS, settings);
        return new AgentPlan("mine", () -> new MeanReversion(context));
    }

    private static final AgentPlan PLAN = plan(Map.of("venue", "pool", "size", "100"));

    /** One message in, one message out, without a running actor system. */
    @Test
    void asksForNothingAtFirst() {
        BehaviorTestKit<AgentActor.Command> actor = BehaviorTestKit.create(AgentActor.create(PLAN));
        TestInbox<AgentActor.Reply> replies = TestInbox.create();
        actor.run(new AgentActor.Decide(market.firstObservation("mine"), replies.getRef()));
        replies.expectMessage(new AgentActor.Decided("mine", 0, Action.of(0)));
    }

    /** A whole run: the market is an actor, the agent is an actor. */
    @Test
    void buysAfterAFallAndSellsAfterARise() {
        RunProbe probe = new RunProbe();
        new ActorDriver().run(market, 1, List.of(PLAN), FaultRule.DEFAULT, probe);
        probe.expectNoFaults();
        probe.expectAction("mine", 0, 0, 0).expectAction("mine", 1, 0, 100).expectAction("mine", 2, 0, -100);
    }

    /** A real actor, and a probe that hears what it orders. */
    @Test
    void tellsItsSubscribersWhatItOrders() {
        ActorTestKit kit = ActorTestKit.create();
        try {
            ActorRef<AgentActor.Command> actor = kit.spawn(AgentActor.create(PLAN));
            TestProbe<AgentEvent> events = kit.createTestProbe();
            TestProbe<AgentActor.Reply> replies = kit.createTestProbe();
            actor.tell(new AgentActor.Subscribe(events.getRef()));
            market.reset(1)
                    .due()
                    .forEach(due -> actor.tell(new AgentActor.Decide(due.observation(), replies.getRef())));
            market.step(Map.of())
                    .due()
                    .forEach(due -> actor.tell(new AgentActor.Decide(due.observation(), replies.getRef())));
            events.expectMessage(new TraderActor.TradeOrdered("mine", MINUTE, "pool", 100));
        } finally {
            kit.shutdownTestKit();
        }
    }

    /** A trade beyond the seat's limit is a fault, and the agent holds. */
    @Test
    void isHeldWhenItAsksForTooMuch() {
        RunProbe probe = new RunProbe();
        AgentPlan greedy = plan(Map.of("venue", "pool", "size", "5000"));
        new ActorDriver().run(market, 1, List.of(greedy), FaultRule.DEFAULT, probe);
        probe.expectHold("mine", 1);
        assertThat(probe.faults().getFirst().message()).contains("expected a number in [-1000.0, 1000.0]");
    }
}
