package catallaxy.environment.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.api.Action;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.market.role.RoleSpec;
import catallaxy.environment.market.role.SeatSpec;
import catallaxy.environment.market.trace.BookEvent;
import catallaxy.environment.market.trading.SmallMarket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecisionOrderTest {
    private static final RoleSpec MAKER =
            new RoleSpec.MarketMaker(SmallMarket.BOOK, 5, 2, 100, 0, 60 * SmallMarket.SECOND);

    private static SeatSpec agent(String id, RoleSpec role) {
        return new SeatSpec(id, role, SmallMarket.SECOND, 0, 0, List.of());
    }

    private static RoleSpec over(Integer... agents) {
        return new RoleSpec.Risk(List.of(agents));
    }

    @Test
    void supervisorsComeBeforeWhomTheySupervise() {
        DecisionOrder order = new DecisionOrder(
                List.of(agent("a", MAKER), agent("b", over(0)), agent("c", MAKER), agent("d", over(1, 2))));
        assertThat(order.of(List.of(0, 1, 2, 3))).containsExactly(3, 1, 2, 0);
        assertThat(order.of(List.of(0, 1))).containsExactly(1, 0);
        assertThat(order.of(List.of(0, 2))).containsExactly(2, 0);
        assertThat(order.of(List.of(2))).containsExactly(2);
    }

    @Test
    void withoutSupervisorsTheScenariosOrderStays() {
        DecisionOrder order = new DecisionOrder(List.of(agent("z", MAKER), agent("a", MAKER), agent("m", MAKER)));
        assertThat(order.of(List.of(0, 1, 2))).containsExactly(0, 1, 2);
    }

    @Test
    void agentsThatSuperviseEachOtherInACircleAreRefused() {
        List<SeatSpec> circle = List.of(agent("a", over(1)), agent("b", over(2)), agent("c", over(0)));
        assertThatThrownBy(() -> new DecisionOrder(circle))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("supervises")
                .hasMessageContaining("no circle");
        assertThatThrownBy(() -> new DecisionOrder(List.of(agent("a", over(0)))))
                .hasMessageContaining("supervises");
    }

    /** An intervention binds the decisions of its own moment, whichever of the two has the earlier name or place. */
    @Test
    void aHaltTakesHoldOfTheSameMomentsQuotes() {
        for (boolean makerFirst : new boolean[] {true, false}) {
            SmallMarket market = new SmallMarket();
            market = makerFirst ? market.agent("a", MAKER, 10, 100_000, 50) : market.agent("a", over(1), 10, 0, 0);
            market = makerFirst ? market.agent("b", over(0), 10, 0, 0) : market.agent("b", MAKER, 10, 100_000, 50);
            MarketEnvironment environment = new MarketEnvironment(market.spec());
            environment.reset(1);
            String maker = makerFirst ? "a" : "b";
            String risk = makerFirst ? "b" : "a";
            int participant = environment.market().seat(makerFirst ? 0 : 1).participant();
            environment.step(Map.of(maker, Action.of(10, 10, 1, 1), risk, Action.of(1)));
            assertThat(environment
                            .market()
                            .engine()
                            .limitOrders(SmallMarket.BOOK)
                            .orders(participant)
                            .count())
                    .isEqualTo(2);
            environment.step(Map.of(maker, Action.of(20, 20, 1, 1), risk, Action.of(0)));
            assertThat(environment
                            .market()
                            .engine()
                            .limitOrders(SmallMarket.BOOK)
                            .orders(participant)
                            .count())
                    .as("maker %s", maker)
                    .isZero();
        }
    }

    @Test
    void aLimitTakesHoldOfTheSameMomentsQuotes() {
        for (boolean makerFirst : new boolean[] {true, false}) {
            SmallMarket market = new SmallMarket();
            market = makerFirst ? market.agent("a", MAKER, 10, 100_000, 50) : market.agent("a", over(1), 10, 0, 0);
            market = makerFirst ? market.agent("b", over(0), 10, 0, 0) : market.agent("b", MAKER, 10, 100_000, 50);
            MarketEnvironment environment = new MarketEnvironment(market.spec());
            environment.reset(1);
            Action quotes = Action.of(10, 10, 1, 1);
            Action half = Action.of(0.5);
            environment.step(makerFirst ? Map.of("a", quotes, "b", half) : Map.of("a", half, "b", quotes));
            int participant = environment.market().seat(makerFirst ? 0 : 1).participant();
            assertThat(environment.market().engine().exposedLots(participant, SmallMarket.BOOK, Side.BUY))
                    .as("maker first: %s", makerFirst)
                    .isEqualTo(1_000);
        }
    }

    @Test
    void theLeastOfSeveralSupervisorsLimitsHoldsWhateverTheirOrder() {
        for (double[] limits : new double[][] {{0.3, 0.8}, {0.8, 0.3}}) {
            MarketSpec spec = new SmallMarket()
                    .agent("maker", MAKER, 10, 100_000, 50)
                    .agent("risk-1", over(0), 10, 0, 0)
                    .agent("risk-2", over(0), 10, 0, 0)
                    .spec();
            MarketEnvironment environment = new MarketEnvironment(spec);
            environment.reset(1);
            environment.step(Map.of("risk-1", Action.of(limits[0]), "risk-2", Action.of(limits[1])));
            assertThat(environment.market().seat(0).scale()).isEqualTo(0.3);
            Market restored = Market.restore(spec, environment.market().snapshot());
            assertThat(restored.seat(0).scale()).isEqualTo(0.3);
            environment.step(Map.of("risk-1", Action.of(0.9), "risk-2", Action.of(0.9)));
            assertThat(environment.market().seat(0).scale()).isEqualTo(0.9);
        }
    }

    /** Halted and due at the supervisor's moment: both ask for a step out of the market, one is taken. */
    @Test
    void aHaltedAgentIsUnwoundOnceAtAMoment() {
        List<BookEvent.OrderFilled> sales = new ArrayList<>();
        MarketSpec spec = new SmallMarket()
                .agent("buyer", MAKER, 10, 1e6, 0)
                .agent("maker", MAKER, 10, 100_000, 50)
                .agent("risk", over(1), 10, 0, 0)
                .spec();
        MarketEnvironment environment = new MarketEnvironment(
                spec,
                market -> market.observe(event -> {
                    if (event instanceof BookEvent.OrderFilled fill
                            && fill.taker() == market.seat(1).participant()) {
                        sales.add(fill);
                    }
                }),
                market -> market);
        environment.reset(1);
        Action bids = Action.of(10, 10, 1, 0);
        environment.step(Map.of("buyer", bids));
        environment.step(Map.of("buyer", bids, "risk", Action.of(0)));
        assertThat(sales).hasSize(1);
        assertThat(sales.getFirst().lots()).isEqualTo(2_000);
        long rejected = environment
                .market()
                .engine()
                .totals(environment.market().seat(1).participant())
                .rejected();
        assertThat(rejected).isZero();
    }
}
