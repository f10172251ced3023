package catallaxy.agents.policy;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.agents.contract.AgentContract;
import catallaxy.agents.planning.Foresight;
import catallaxy.agents.risk.RiskMethod;
import catallaxy.agents.testkit.TestContext;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Feature;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.Subject;
import catallaxy.environment.market.role.Ranging;
import catallaxy.environment.market.role.RoleSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every policy as an agent. */
class AgentContractTest {
    private static final AgentContract CONTRACT = new AgentContract();
    private static final ObservationSpec PRICE = Specs.features("price.x");
    private static final ActionSpec TRADE = Specs.quantities(-1, 1, "trade.x");

    /** A user's own: trades against the last move. */
    public static final class Reverting implements Agent {
        private double last = 1;

        @Override
        public Action decide(Observation observation) {
            double move = observation.value(0) - last;
            last = observation.value(0);
            return Action.of(Math.clamp(-move, -1, 1));
        }
    }

    private static AgentContract.Subject of(ObservationSpec features, ActionSpec actions, Supplier<Agent> maker) {
        return new AgentContract.Subject(maker, features, actions, name -> 1);
    }

    private static AgentContract.Subject maker(PolicySpec policy) {
        RoleSpec.MarketMaker role = new RoleSpec.MarketMaker(0, 1, 1, 100, 0, 1_000_000_000L);
        AgentContext seat = TestContext.of("mm", role, Specs.marketMakerFeatures(), Specs.marketMaker(10), Map.of());
        return of(
                Specs.marketMakerFeatures(),
                Specs.marketMaker(10),
                () -> factory().create(policy, seat));
    }

    private static AgentContract.Subject trader(PolicySpec policy) {
        return of(PRICE, TRADE, () -> factory().create(policy, TestContext.trader("me", PRICE, TRADE, Map.of())));
    }

    private static AgentFactory factory() {
        return new AgentFactory(AgentContractTest.class.getClassLoader());
    }

    private static AgentContract.Subject executor() {
        AgentContext seat = ExecutionLearnerTest.context(
                new ExecutionLearner.Config(ExecutionLearner.Models.ON, 0.001, 0.95, 0.1, 0.01, 0.995));
        return new AgentContract.Subject(
                () -> factory()
                        .create(
                                new ExecutionLearner.Config(ExecutionLearner.Models.ON, 0.001, 0.95, 0.1, 0.01, 0.995),
                                seat),
                seat.observations(),
                seat.actions(),
                name -> name.startsWith("gain") ? 100 : 1);
    }

    private static AgentContract.Subject merton() {
        ObservationSpec features = Specs.features("weight.l1.ETH", "volatility.l1.ETH");
        ActionSpec actions = Specs.quantities(0, 1, "weight.l1.ETH");
        MertonBand.Config config = new MertonBand.Config(
                3, 0.02, 0.003, List.of(new MertonBand.AssetBelief("ETH", 0.12, OptionalDouble.empty())), List.of());
        return of(features, actions, () -> new MertonBand(config, features, actions));
    }

    private static AgentContract.Subject arbitrage() {
        ObservationSpec features = Specs.arbitrageFeatures("x~y");
        ActionSpec actions = Specs.quantities(-100_000, 100_000, "x~y.trade");
        ClosedFormArbitrage.Config config = new ClosedFormArbitrage.Config(0, 0);
        return new AgentContract.Subject(
                () -> new ClosedFormArbitrage(config, features, actions, true),
                features,
                actions,
                AgentContractTest::twoPools);
    }

    /** There is no market to look ahead in here, and nothing is found that it would look ahead for. */
    private static AgentContract.Subject planner() {
        Foresight foresight = new Foresight(8, 60_000_000_000L, 1, 0, 0.5);
        PlannedArbitrage policy = new PlannedArbitrage(foresight, 1, List.of(1.0), List.of(1.0), 1, 0.2);
        AgentContext seat = new MarketAgents(GapMarket.spec(), Map.of("mine", policy, "rival", policy), factory())
                .context("mine", 1);
        return new AgentContract.Subject(() -> policy.create(seat), seat.observations(), seat.actions(), _ -> 0);
    }

    /** Two pools of the same price, without gas, and more to trade with than they have. */
    private static double twoPools(String feature) {
        return switch (feature.replaceAll("^.*\\.", "")) {
            case "reserve_base" -> 1_000;
            case "reserve_quote" -> 2_000_000;
            case "price" -> 2_000;
            case "fee" -> 0.003;
            case "base_available", "quote_available" -> 1e9;
            case "equity", "risk_scale", "time_remaining" -> 1;
            default -> 0;
        };
    }

    private static AgentContract.Subject provider() {
        ObservationSpec features = Specs.providerFeatures("x");
        ActionSpec actions = Specs.quantities(0, 1, "provided.x");
        FeesOverLoss.Config config = new FeesOverLoss.Config(1, 0, 0, 0, 1_000_000_000L, 1);
        return new AgentContract.Subject(
                () -> new FeesOverLoss(config, features, actions), features, actions, AgentContractTest::aPool);
    }

    /** A pool of others as large as the equity, with gas that is worth a deposit. */
    private static double aPool(String feature) {
        return switch (feature.replaceAll("\\..*$", "")) {
            case "depth" -> 2;
            case "deposit_gas" -> 1e-12;
            default -> 1;
        };
    }

    private static AgentContract.Subject ranger() {
        Subject pool = new Subject.Venue("x", "ETH", "USDC");
        ObservationSpec features =
                new ObservationSpec(List.of(new Feature(Quantity.VOLATILITY.of(pool), "1/√year", 0, 100)));
        ActionSpec actions = new ActionSpec(List.of(
                new ActionComponent.Continuous(Ranging.WIDTH.of(pool), "1", 0, 1, 0),
                new ActionComponent.Continuous(Ranging.SKEW.of(pool), "1", -1, 1, 0),
                new ActionComponent.Continuous(Ranging.REBALANCE.of(pool), "1", 0, 1, 1)));
        RangeWidth.Config config = new RangeWidth.Config(0.1, 1, 1_000_000_000L, 1, 0);
        return new AgentContract.Subject(() -> new RangeWidth(config, features, actions), features, actions, _ -> 0.5);
    }

    private static AgentContract.Subject limits() {
        ObservationSpec features = Specs.features("equity.a", "scale.a", "drawdown.a");
        ActionSpec actions = Specs.quantities(0, 1, "scale.a");
        ValueAtRiskLimits.Config config = new ValueAtRiskLimits.Config(
                RiskMethod.HISTORICAL,
                List.of(new TailLimit(0.95, 1, 0.02, 0.03)),
                100,
                new VolatilityRegime.Config(0.8, 0.95, 0.7, 1.5, 1, 1),
                0.2,
                0.5,
                0.1,
                50);
        return of(features, actions, () -> new ValueAtRiskLimits(config, features, actions));
    }

    /** One of each policy; whoever adds a policy adds it here. */
    private static Map<Class<?>, AgentContract.Subject> policies() {
        Map<Class<?>, AgentContract.Subject> policies = new LinkedHashMap<>();
        policies.put(
                AvellanedaStoikov.Config.class,
                maker(new AvellanedaStoikov.Config(0.1, 1.5, 0, OptionalDouble.empty())));
        policies.put(
                GueantLehalleFernandezTapia.Config.class,
                maker(new GueantLehalleFernandezTapia.Config(
                        GueantLehalleFernandezTapia.Objective.RUNNING_PENALTY, 0.1, 1.5, 1, OptionalDouble.empty())));
        policies.put(MertonBand.Config.class, merton());
        policies.put(ClosedFormArbitrage.Config.class, arbitrage());
        policies.put(PlannedArbitrage.class, planner());
        policies.put(ExecutionLearner.Config.class, executor());
        policies.put(FeesOverLoss.Config.class, provider());
        policies.put(RangeWidth.Config.class, ranger());
        policies.put(ValueAtRiskLimits.Config.class, limits());
        policies.put(RandomAgent.Config.class, trader(new RandomAgent.Config()));
        policies.put(HoldAgent.Config.class, trader(new HoldAgent.Config()));
        policies.put(PythonPolicy.class, trader(new PythonPolicy(Optional.of(context -> new Reverting()))));
        policies.put(
                TrainedPolicy.class,
                trader(new TrainedPolicy("here", "00", "trader", (context, factory) -> new Reverting())));
        policies.put(UserAgent.class, trader(new UserAgent(Reverting.class.getName(), Map.of())));
        return policies;
    }

    @Test
    void everyPolicyIsSeated() {
        Class<?>[] all = PolicySpec.class.getPermittedSubclasses();
        assertThat(policies().keySet()).containsExactlyInAnyOrder(all);
    }

    @TestFactory
    Stream<DynamicContainer> everyPolicyKeepsIt() {
        Map<String, AgentContract.Subject> named = new LinkedHashMap<>();
        policies().forEach((type, subject) -> named.put(type.getName().replaceAll("^.*\\.", ""), subject));
        return CONTRACT.tests(named);
    }

    @Test
    void allButWhoHoldsAndWhoSeesNoMarketAreSeenToAct() {
        Map<Class<?>, AgentContract.Subject> acting = policies();
        acting.values().removeIf(AgentContract::varies);
        assertThat(acting.keySet()).isEqualTo(Set.of(HoldAgent.Config.class, PlannedArbitrage.class));
    }

    private static List<String> broken(Supplier<Function<Observation, Action>> maker) {
        return CONTRACT.broken(of(PRICE, TRADE, () -> maker.get()::apply));
    }

    @Test
    void memoryThatOutlivesTheAgentIsSeen() {
        AtomicInteger decided = new AtomicInteger();
        assertThat(broken(() -> observation -> Action.of(decided.incrementAndGet() % 7 / 7.0)))
                .containsExactly(AgentContract.SAME, AgentContract.ALONE);
    }

    @Test
    void whatCannotBeHadIsSeen() {
        assertThat(broken(() -> observation -> Action.of(observation.value(0) > 0.9 ? 1 : 1.5)))
                .containsExactly(AgentContract.ALLOWED);
        assertThat(broken(() -> observation -> Action.of(0, 0))).containsExactly(AgentContract.ALLOWED);
    }

    @Test
    void oneThatWritesWhatItReadsIsSeen() {
        assertThat(broken(() -> observation -> {
                    observation.values()[0] = 0;
                    return Action.HOLD;
                }))
                .containsExactly(AgentContract.INPUTS);
    }
}
