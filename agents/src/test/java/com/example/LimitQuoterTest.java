package com.example;

import static com.example.TinyMarket.BOOK;
import static com.example.TinyMarket.ETH;
import static com.example.TinyMarket.SPOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.agents.driver.RecordedDecision;
import catallaxy.agents.testkit.RunProbe;
import catallaxy.agents.testkit.TestContext;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.trace.BookEvent;
import catallaxy.environment.market.trace.MarketEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole life of the example's orders in a book where nobody else trades but one who is told when. */
class LimitQuoterTest {
    private static final int MINE = TinyMarket.SPEC.participant("mine");
    private static final Map<String, String> SETTINGS = Map.of(
            "venue", "spot-ETH-USDC", "size", "1", "max-stock", "0.7", "distance-bps", "10", "sale-seconds", "150");

    private final TinyMarket market = new TinyMarket();
    private RunProbe probe = new RunProbe();

    @BeforeEach
    void run() {
        probe = market.run(LimitQuoter::new, SETTINGS, LimitQuoterTest::other);
    }

    /** 0.6 ETH offered at 2001, a bid at 1999; a dollar more from 5 s on; 0.2 ETH sold at 8 s to the highest bid. */
    private static List<MarketCommand> other(Observation observation) {
        return switch ((int) observation.epoch()) {
            case 0 ->
                List.of(
                        order(Side.SELL, TimeInForce.GTC, 1, 200_100, 6_000),
                        order(Side.BUY, TimeInForce.GTC, 2, 199_900, 9_000));
            case 5 ->
                List.of(
                        new MarketCommand.ReplaceOrder(BOOK, 1, 200_200, 6_000),
                        new MarketCommand.ReplaceOrder(BOOK, 2, 200_000, 9_000));
            case 8 ->
                List.of(
                        new MarketCommand.CancelOrder(BOOK, 2),
                        order(Side.SELL, TimeInForce.IOC, 3, MarketCommand.ANY_PRICE, 2_000));
            case 9 -> List.of(order(Side.BUY, TimeInForce.GTC, 2, 200_000, 9_000));
            default -> List.of();
        };
    }

    private static MarketCommand order(Side side, TimeInForce timeInForce, long id, long ticks, long lots) {
        return new MarketCommand.PlaceOrder(BOOK, side, timeInForce, id, ticks, lots);
    }

    private List<MarketCommand> sent(long epoch) {
        return probe.decisions().stream()
                .filter(decision -> decision.agent().equals("mine") && decision.epoch() == epoch)
                .map(RecordedDecision::action)
                .map(action -> ((Action.Commands) action).commands())
                .findFirst()
                .orElseThrow();
    }

    private List<String> rested() {
        return market.events(BookEvent.OrderRested.class).stream()
                .filter(event -> event.participant() == MINE)
                .map(event -> event.side() + " " + event.lots() + " at " + event.priceTicks())
                .toList();
    }

    @Test
    void aFillOrKillThatIsTooLargeIsRefusedAndHalfOfItIsFilled() {
        assertThat(sent(0))
                .containsExactly(
                        order(Side.BUY, TimeInForce.GTC, 1, 199_800, 10_000),
                        order(Side.BUY, TimeInForce.FOK, 3, MarketCommand.ANY_PRICE, 10_000));
        assertThat(market.events(MarketEvent.CommandRejected.class))
                .extracting(event -> event.participant() + " " + event.command() + " " + event.reason())
                .containsExactly(MINE + " PlaceOrder FILL_OR_KILL_NOT_FILLED");
        assertThat(sent(1)).contains(order(Side.BUY, TimeInForce.FOK, 3, MarketCommand.ANY_PRICE, 5_000));
        BookEvent.OrderFilled fill = market.events(BookEvent.OrderFilled.class).getFirst();
        assertThat(fill.taker()).isEqualTo(MINE);
        assertThat(fill.takerOrderId()).isEqualTo(3);
        assertThat(fill.lots()).isEqualTo(5_000);
        assertThat(fill.priceTicks()).isEqualTo(200_100);
    }

    @Test
    void itsOrdersRestAtTheirTicksAndMoveWithThePrice() {
        assertThat(rested())
                .startsWith(
                        "BUY 10000 at 199800",
                        "BUY 5000 at 199800",
                        "SELL 5000 at 200200",
                        "BUY 5000 at 199900",
                        "SELL 5000 at 200300");
        assertThat(sent(2)).containsExactly(order(Side.SELL, TimeInForce.POST_ONLY, 2, 200_200, 5_000));
        assertThat(sent(3)).isEmpty();
        assertThat(sent(5))
                .containsExactly(
                        new MarketCommand.ReplaceOrder(BOOK, 1, 199_900, 5_000),
                        new MarketCommand.ReplaceOrder(BOOK, 2, 200_300, 5_000));
    }

    @Test
    void aBidIsTakenOutWhenThereIsEnough() {
        BookEvent.OrderFilled fill = market.events(BookEvent.OrderFilled.class).get(1);
        assertThat(fill.maker()).isEqualTo(MINE);
        assertThat(fill.makerOrderId()).isEqualTo(1);
        assertThat(fill.lots()).isEqualTo(2_000);
        assertThat(fill.priceTicks()).isEqualTo(199_900);
        assertThat(sent(8)).contains(new MarketCommand.CancelOrder(BOOK, 1));
        assertThat(market.events(BookEvent.OrderCancelled.class))
                .filteredOn(event -> event.participant() == MINE)
                .first()
                .satisfies(event -> {
                    assertThat(event.clientOrderId()).isEqualTo(1);
                    assertThat(event.lots()).isEqualTo(3_000);
                    assertThat(event.reason()).isEqualTo("REQUESTED");
                });
    }

    @Test
    void beforeTheEndEverythingIsCancelledAndSoldAtTheMarket() {
        assertThat(sent(30))
                .containsExactly(
                        new MarketCommand.CancelAllOrders(BOOK),
                        order(Side.SELL, TimeInForce.IOC, 4, MarketCommand.ANY_PRICE, 7_000));
        BookEvent.OrderFilled fill = market.events(BookEvent.OrderFilled.class).getLast();
        assertThat(fill.takerOrderId()).isEqualTo(4);
        assertThat(fill.lots()).isEqualTo(7_000);
        assertThat(fill.priceTicks()).isEqualTo(200_000);
        assertThat(sent(31)).isEmpty();
        assertThat(market.environment.market().engine().orders(MINE, BOOK)).isEmpty();
        assertThat(market.balance("mine", SPOT, ETH)).isEqualTo(UInt256.ZERO);
    }

    @Test
    void aVenueThatDoesNotExistIsAnErrorBeforeTheRun() {
        var context = TestContext.trader(
                "mine", new ObservationSpec(List.of()), new ActionSpec(List.of()), Map.of("venue", "spot"));
        assertThatThrownBy(() -> new LimitQuoter(context)).hasMessage("no venue 'spot' among []");
    }
}
