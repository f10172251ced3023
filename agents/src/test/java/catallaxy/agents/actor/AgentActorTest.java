package catallaxy.agents.actor;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.BehaviorTestKit;
import akka.actor.testkit.typed.javadsl.TestInbox;
import catallaxy.agents.Agent;
import catallaxy.agents.driver.AgentFault;
import catallaxy.agents.driver.Plans;
import catallaxy.agents.testkit.Named;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Feature;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.ObservationSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The protocol of agents' actors, message by message. */
class AgentActorTest {
    private final TestInbox<AgentActor.Reply> replies = TestInbox.create();
    private final TestInbox<AgentEvent> events = TestInbox.create();

    private static Observation observation(long epoch, Map<String, Double> features, List<String> actions) {
        List<Feature> named = new ArrayList<>();
        features.keySet().stream().sorted().forEach(name -> named.add(Named.feature(name)));
        double[] values = named.stream()
                .mapToDouble(f -> features.getOrDefault(f.name(), 0.0))
                .toArray();
        ActionSpec spec = new ActionSpec(actions.stream()
                .<ActionComponent>map(name -> Named.quantity(name, -100, 100))
                .toList());
        return new Observation(
                "mine", epoch, epoch * 10, new ObservationSpec(named), values, spec, new boolean[actions.size()]);
    }

    private static Observation plain(long epoch) {
        return observation(epoch, Map.of("price", 1.0), List.of("trade.x"));
    }

    private void decide(BehaviorTestKit<AgentActor.Command> actor, Observation observation) {
        actor.run(new AgentActor.Decide(observation, replies.getRef()));
    }

    @Test
    void answersWithTheAgentsDecision() {
        Action action = Action.of(0.25);
        BehaviorTestKit<AgentActor.Command> actor =
                BehaviorTestKit.create(AgentActor.create(Plans.of("mine", () -> _ -> action)));
        decide(actor, plain(7));
        replies.expectMessage(new AgentActor.Decided("mine", 7, action));
    }

    @Test
    void answersWithTheFaultAndGoesOnWithANewAgent() {
        AtomicInteger made = new AtomicInteger();
        Supplier<Agent> fresh = () -> {
            int number = made.incrementAndGet();
            return o -> {
                if (o.epoch() == 0) {
                    throw new IllegalStateException("planted");
                }
                return Action.of(number);
            };
        };
        BehaviorTestKit<AgentActor.Command> actor = BehaviorTestKit.create(AgentActor.create(Plans.of("mine", fresh)));
        decide(actor, plain(0));
        assertThat(replies.receiveMessage()).isInstanceOfSatisfying(AgentActor.Failed.class, failed -> {
            assertThat(failed.epoch()).isZero();
            assertThat(failed.fault().kind()).isEqualTo(AgentFault.Kind.THREW);
            assertThat(failed.fault().message()).isEqualTo("IllegalStateException: planted");
            assertThat(failed.fault().thrown()).hasMessage("planted");
        });
        assertThat(actor.isAlive()).isTrue();
        decide(actor, plain(1));
        assertThat(replies.receiveMessage())
                .isInstanceOfSatisfying(
                        AgentActor.Decided.class,
                        decided -> assertThat(decided.action())
                                .isInstanceOfSatisfying(
                                        Action.Vector.class,
                                        v -> assertThat(v.value(0)).isEqualTo(2)));
    }

    @Test
    void stopsWhenToldToAndWhenTheMachineFails() {
        BehaviorTestKit<AgentActor.Command> told =
                BehaviorTestKit.create(AgentActor.create(Plans.of("mine", () -> _ -> Action.HOLD)));
        told.run(new AgentActor.Stop());
        assertThat(told.isAlive()).isFalse();
        OutOfMemoryError error = new OutOfMemoryError("planted");
        BehaviorTestKit<AgentActor.Command> broken =
                BehaviorTestKit.create(AgentActor.create(Plans.of("mine", () -> _ -> {
                    throw error;
                })));
        decide(broken, plain(0));
        replies.expectMessage(new AgentActor.Broken("mine", 0, error));
        assertThat(broken.isAlive()).isFalse();
    }

    /** What one role's actor tells of decisions, which is what the actor of any seat tells of the same. */
    private List<AgentEvent> events(
            java.util.function.Function<Supplier<Agent>, akka.actor.typed.Behavior<AgentActor.Command>> role,
            List<Observation> observations,
            Action... actions) {
        Supplier<Agent> fresh = () -> o -> actions[(int) o.epoch()];
        List<AgentEvent> told = told(role.apply(fresh), observations);
        assertThat(told(AgentActor.create(Plans.of("mine", fresh)), observations))
                .isEqualTo(told);
        return told;
    }

    private List<AgentEvent> told(
            akka.actor.typed.Behavior<AgentActor.Command> behavior, List<Observation> observations) {
        BehaviorTestKit<AgentActor.Command> actor = BehaviorTestKit.create(behavior);
        actor.run(new AgentActor.Subscribe(events.getRef()));
        observations.forEach(observation -> decide(actor, observation));
        assertThat(replies.getAllReceived())
                .hasSize(observations.size())
                .allMatch(AgentActor.Decided.class::isInstance);
        return events.getAllReceived();
    }

    @Test
    void tellsOfChangedQuotesOnly() {
        List<String> components = List.of("bid_offset_bps", "ask_offset_bps", "bid_size", "ask_size");
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            observations.add(observation(i, Map.of("mid", 100.0), components));
        }
        Action none = Action.of(0, 0, 0, 0);
        Action narrow = Action.of(50, 100, 1, 0.5);
        assertThat(events(
                        fresh -> MarketMakerActor.create("mine", fresh),
                        observations,
                        none,
                        narrow,
                        narrow,
                        none,
                        none,
                        Action.of(1, 2)))
                .containsExactly(
                        new MarketMakerActor.QuotesChanged("mine", 10, 99.5, 1, 101, 0.5),
                        new MarketMakerActor.QuotesWithdrawn("mine", 30));
    }

    @Test
    void tellsOfWeightsThatAreToChange() {
        Map<String, Double> held = Map.of("weight.l1.ETH", 0.3, "weight.l2.ETH", 0.2);
        List<String> components = List.of("weight.l1.ETH", "weight.l2.ETH");
        assertThat(events(
                        fresh -> PortfolioManagerActor.create("mine", fresh),
                        List.of(observation(0, held, components), observation(1, held, components)),
                        Action.of(0.3, 0.2),
                        Action.of(0.3, 0.25)))
                .containsExactly(
                        new PortfolioManagerActor.RebalancingOrdered("mine", 10, Map.of("weight.l2.ETH", 0.25)));
    }

    @Test
    void whatMeansNothingToAnyRoleIsNoEvent() {
        List<String> components = List.of("share_spent", "bid_size", "weight.l1.ETH", "scale.a");
        assertThat(told(
                        AgentActor.create(Plans.of("mine", () -> _ -> Action.of(1, 1, 1, 0.5))),
                        List.of(observation(0, Map.of("x", 1.0), components))))
                .isEmpty();
    }

    @Test
    void tellsOfTradesBetweenVenues() {
        assertThat(events(
                        fresh -> ArbitrageurActor.create("mine", fresh),
                        List.of(observation(0, Map.of("x", 0.0), List.of("a~b.trade", "a~c.trade"))),
                        Action.of(0, -20)))
                .containsExactly(new ArbitrageurActor.OpportunityTaken("mine", 0, "a~c", -20));
    }

    @Test
    void tellsOfTradesOfATrader() {
        assertThat(events(
                        fresh -> TraderActor.create("mine", fresh),
                        List.of(plain(0), plain(1)),
                        Action.of(5),
                        Action.HOLD))
                .containsExactly(new TraderActor.TradeOrdered("mine", 0, "x", 5));
    }

    @Test
    void tellsOfDepositsWithdrawalsAndHedges() {
        Map<String, Double> seen = Map.of("provided.a", 0.25, "provided.b", 0.5, "provided.c", 0.125);
        assertThat(events(
                        fresh -> LiquidityProviderActor.create("mine", fresh),
                        List.of(
                                observation(0, seen, List.of("provided.a", "provided.b", "provided.c", "hedge.spot")),
                                observation(1, seen, List.of("provided.a", "provided.b", "provided.c", "hedge.spot"))),
                        Action.of(0.25, 0.75, 0, 0.5),
                        Action.of(0.25, 0.5, 0.125, 0)))
                .containsExactly(
                        new LiquidityProviderActor.DepositOrdered("mine", 0, "b", 0.5, 0.75),
                        new LiquidityProviderActor.WithdrawalOrdered("mine", 0, "c", 0.125, 0),
                        new LiquidityProviderActor.HedgeOrdered("mine", 0, "spot", 0.5));
    }

    @Test
    void tellsOfLimitsHaltsAndReadmissions() {
        List<String> components = List.of("scale.a", "scale.b", "scale.c", "scale.d");
        Map<String, Double> before = Map.of("scale.a", 1.0, "scale.b", 1.0, "scale.c", 0.0, "scale.d", 1.0);
        assertThat(events(
                        fresh -> RiskManagerActor.create("mine", fresh),
                        List.of(observation(0, before, components)),
                        Action.of(0.5, 0, 0.75, 1)))
                .containsExactly(
                        new RiskManagerActor.LimitChanged("mine", 0, "a", 1, 0.5),
                        new RiskManagerActor.AgentHalted("mine", 0, "b"),
                        new RiskManagerActor.AgentReadmitted("mine", 0, "c", 0.75));
    }
}
