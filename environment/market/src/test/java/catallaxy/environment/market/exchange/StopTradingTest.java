package catallaxy.environment.market.exchange;

import static catallaxy.environment.market.exchange.TestExchange.A;
import static catallaxy.environment.market.exchange.TestExchange.B;
import static catallaxy.environment.market.exchange.TestExchange.BASE;
import static catallaxy.environment.market.exchange.TestExchange.C;
import static catallaxy.environment.market.exchange.TestExchange.LOT;
import static catallaxy.environment.market.exchange.TestExchange.QUOTE;
import static catallaxy.environment.market.exchange.TestExchange.START;
import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.api.venue.OpenOrder;
import catallaxy.environment.market.trace.BookEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stop orders: what they hold, when and in what order they enter, and what becomes of those that cannot. */
class StopTradingTest {
    private final TestExchange spot = new TestExchange();

    private static MarketCommand.PlaceOrder order(Side side, TimeInForce force, long id, long ticks, long lots) {
        return new MarketCommand.PlaceOrder(0, side, force, id, ticks, lots);
    }

    private static MarketCommand.PlaceOrder stopMarket(Side side, long id, long stopTicks, long lots) {
        return order(side, TimeInForce.IOC, id, MarketCommand.ANY_PRICE, lots).triggeredAt(stopTicks);
    }

    private void tradeAt(long ticks) {
        spot.sell(C, 900 + ticks, ticks, 1);
        assertThat(spot.place(C, Side.BUY, TimeInForce.IOC, 800, ticks, 1)).isEmpty();
        spot.buy(B, 700 + ticks, ticks, 1);
        spot.place(C, Side.SELL, TimeInForce.IOC, 801, ticks, 1);
    }

    private List<Long> triggered() {
        return spot.only(BookEvent.StopTriggered.class).stream()
                .map(BookEvent.StopTriggered::clientOrderId)
                .toList();
    }

    @Test
    void holdsItsLotsOrItsLimitOrItsTriggerUntilItEnters() {
        assertThat(spot.send(A, order(Side.SELL, TimeInForce.GTC, 1, 6, 5).triggeredAt(6)))
                .isEmpty();
        assertThat(spot.held(A, BASE)).isEqualTo(5 * LOT);
        assertThat(spot.send(A, order(Side.BUY, TimeInForce.GTC, 2, 8, 5).triggeredAt(7)))
                .isEmpty();
        assertThat(spot.held(A, QUOTE)).isEqualTo(5 * 25);
        assertThat(spot.send(A, stopMarket(Side.BUY, 3, 7, 5))).isEmpty();
        assertThat(spot.held(A, QUOTE)).isEqualTo(5 * 25 + 5 * 22);
        assertThat(spot.market.orders(A))
                .containsExactly(
                        new OpenOrder(2, Side.BUY, 8, 5, 0, 7),
                        new OpenOrder(3, Side.BUY, 0, 5, 0, 7),
                        new OpenOrder(1, Side.SELL, 6, 5, 0, 6));
        assertThat(spot.market.book().restingOrders()).isZero();
        assertThat(spot.market.openLots(A, 3)).isEqualTo(5);
        assertThat(spot.market.openLots(A, Side.BUY)).isEqualTo(10);
        assertThat(spot.market.isOpen(A, 1, Side.SELL)).isTrue();
        assertThat(spot.market.lotsAhead(A, 1)).isEmpty();
        assertThat(spot.cancel(A, 2)).isEmpty();
        spot.exchange.cancelAll(spot.settlement, 9, spot.market, A);
        assertThat(spot.free(A, QUOTE) + spot.free(A, BASE)).isEqualTo(2 * START);
        assertThat(spot.only(BookEvent.OrderCancelled.class))
                .extracting(BookEvent.OrderCancelled::clientOrderId)
                .containsExactly(2L, 3L, 1L);
    }

    @Test
    void entersAfterTheCommandThatTradedAtItsTrigger() {
        spot.buy(B, 1, 10, 3);
        spot.buy(B, 2, 9, 3);
        spot.buy(B, 3, 8, 30);
        spot.send(A, stopMarket(Side.SELL, 7, 9, 4));
        spot.place(C, Side.SELL, TimeInForce.IOC, 1, 10, 2);
        assertThat(triggered()).as("a trade at 10").isEmpty();
        spot.place(C, Side.SELL, TimeInForce.IOC, 2, 8, 7);
        assertThat(triggered()).containsExactly(7L);
        assertThat(spot.only(BookEvent.OrderFilled.class).stream()
                        .map(fill -> fill.taker() + ": " + fill.lots() + " at " + fill.priceTicks()))
                .containsExactly("2: 2 at 10", "2: 1 at 10", "2: 3 at 9", "2: 3 at 8", "0: 4 at 8");
        assertThat(spot.held(A, BASE)).isZero();
    }

    @Test
    void theLineIsInTheOrderOfTheTriggersAndThenOfAge() {
        spot.send(A, stopMarket(Side.BUY, 1, 12, 1));
        spot.send(A, stopMarket(Side.BUY, 2, 11, 1));
        spot.send(B, stopMarket(Side.BUY, 3, 12, 1));
        spot.send(A, stopMarket(Side.BUY, 4, 14, 1));
        tradeAt(10);
        assertThat(triggered()).isEmpty();
        spot.sell(C, 40, 13, 9);
        spot.place(B, Side.BUY, TimeInForce.IOC, 41, 13, 1);
        assertThat(triggered()).containsExactly(2L, 1L, 3L);
    }

    /** Each sale takes the next bid, whose price reaches the next trigger. */
    @Test
    void aCascadeEndsWhenNobodyWaitsAnyMore() {
        for (long step = 0; step < 5; step++) {
            spot.buy(B, step, 20 - step, 1);
            spot.send(A, stopMarket(Side.SELL, 10 + step, 20 - step, 1));
        }
        spot.buy(B, 9, 1, 50);
        spot.place(C, Side.SELL, TimeInForce.IOC, 1, 20, 1);
        assertThat(triggered()).containsExactly(10L, 11L, 12L, 13L, 14L);
        assertThat(spot.market.stops().isEmpty()).isTrue();
        assertThat(spot.market.tape().priceTicks(0)).isEqualTo(1);
        assertThat(spot.settlement.ledger().check().violations()).isEmpty();
    }

    @Test
    void oneThatCannotEnterIsCancelledWithTheReason() {
        tradeAt(10);
        spot.send(A, order(Side.SELL, TimeInForce.POST_ONLY, 1, 8, 2).triggeredAt(8));
        spot.send(A, order(Side.SELL, TimeInForce.FOK, 2, 8, 9).triggeredAt(8));
        spot.send(A, stopMarket(Side.BUY, 3, 20, 1_500));
        spot.buy(B, 5, 8, 3);
        spot.place(C, Side.SELL, TimeInForce.IOC, 6, 8, 1);
        spot.sell(C, 8, 40, 50);
        spot.sell(B, 9, 900, 50);
        spot.place(B, Side.BUY, TimeInForce.IOC, 7, 40, 1);
        assertThat(spot.only(BookEvent.OrderCancelled.class))
                .filteredOn(each -> each.participant() == A)
                .extracting(each -> each.clientOrderId() + " " + each.reason())
                .containsExactly("1 POST_ONLY_WOULD_TAKE", "2 FILL_OR_KILL_NOT_FILLED", "3 INSUFFICIENT_BALANCE");
        assertThat(spot.free(A, QUOTE) + spot.free(A, BASE)).isEqualTo(2 * START);
    }

    @Test
    void becomesAnIcebergWhereItIsToldTo() {
        spot.send(A, order(Side.SELL, TimeInForce.GTC, 1, 12, 9).showing(2).triggeredAt(8));
        tradeAt(8);
        assertThat(spot.market.orders(A)).containsExactly(new OpenOrder(1, Side.SELL, 12, 9, 2, 0));
        assertThat(spot.held(A, BASE)).isEqualTo(9 * LOT);
    }

    @Test
    void refusesWhatMakesNoSense() {
        tradeAt(10);
        assertThat(spot.send(A, stopMarket(Side.BUY, 1, 10, 1))).contains(Rejection.STOP_WOULD_TRIGGER);
        assertThat(spot.send(A, stopMarket(Side.SELL, 1, 10, 1))).contains(Rejection.STOP_WOULD_TRIGGER);
        assertThat(spot.send(A, stopMarket(Side.SELL, 1, -1, 1))).contains(Rejection.INVALID_STOP_PRICE);
        assertThat(spot.send(A, stopMarket(Side.SELL, 1, 9, 1_000_000))).contains(Rejection.INSUFFICIENT_BALANCE);
        assertThat(spot.send(A, stopMarket(Side.BUY, 1, 11, Long.MAX_VALUE / 2)))
                .contains(Rejection.ORDER_TOO_LARGE);
        assertThat(spot.send(A, order(Side.SELL, TimeInForce.IOC, 1, 12, 9).showing(2)))
                .contains(Rejection.INVALID_SHOWN_LOTS);
        assertThat(spot.send(A, order(Side.SELL, TimeInForce.GTC, 1, 12, 9).showing(-1)))
                .contains(Rejection.INVALID_SHOWN_LOTS);
        assertThat(spot.send(A, stopMarket(Side.SELL, 1, 9, 1))).isEmpty();
        assertThat(spot.send(A, stopMarket(Side.SELL, 1, 9, 1))).contains(Rejection.DUPLICATE_ORDER);
        assertThat(spot.sell(A, 1, 15, 1)).contains(Rejection.DUPLICATE_ORDER);
        spot.sell(A, 2, 15, 1);
        assertThat(spot.send(A, stopMarket(Side.SELL, 2, 9, 1))).contains(Rejection.DUPLICATE_ORDER);
        assertThat(spot.replace(A, 1, 9, 1)).as("cancel it and place another").contains(Rejection.UNKNOWN_ORDER);
    }
}
