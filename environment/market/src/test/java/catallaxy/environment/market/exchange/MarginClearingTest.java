package catallaxy.environment.market.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.market.margin.MarginMode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A lot is worth 3,000 at the first mark, and needs 300 of margin. */
class MarginClearingTest {
    private static final int A = 0;
    private static final int B = 1;
    private static final int C = 2;

    private static TestDerivatives cross(long... free) {
        return TestDerivatives.of(TestDerivatives.perpetual(MarginMode.CROSS, 0), 0, free);
    }

    private static TestDerivatives isolated(long... free) {
        return TestDerivatives.of(TestDerivatives.perpetual(MarginMode.ISOLATED, 0), 0, free);
    }

    @Test
    void anOrderTakesItsInitialMarginAndItsLossToTheMarkFromWhatIsFree() {
        TestDerivatives market = cross(100_000);
        assertThat(market.buy(A, 1, 990, 10)).isEmpty();
        assertThat(market.margin(A)).isEqualTo(10 * 300);
        assertThat(market.buy(A, 2, 1_010, 1)).isEmpty();
        assertThat(market.margin(A)).isEqualTo(11 * 300 + 10 * 3);
    }

    @Test
    void ordersOnBothSidesNeedTheMarginOfTheLargerSide() {
        TestDerivatives market = cross(100_000);
        market.buy(A, 1, 990, 10);
        market.sell(A, 2, 1_010, 7);
        assertThat(market.margin(A)).isEqualTo(10 * 300);
        market.sell(A, 3, 1_020, 7);
        assertThat(market.margin(A)).isEqualTo(14 * 300);
    }

    @Test
    void anOrderWithoutMarginIsRefusedAndNothingMoves() {
        TestDerivatives market = cross(2_999);
        assertThat(market.buy(A, 1, 990, 10)).contains(Rejection.INSUFFICIENT_BALANCE);
        assertThat(market.free(A)).isEqualTo(2_999);
        assertThat(market.margin(A)).isZero();
        assertThat(market.market().orders(A)).isEmpty();
    }

    @Test
    void whatACancelledOrderNeededIsFreeAgain() {
        TestDerivatives market = isolated(100_000);
        market.buy(A, 1, 1_010, 10);
        market.exchange.cancel(market.settlement, 1, market.market(), A, 1);
        assertThat(market.free(A)).isEqualTo(100_000);
    }

    @Test
    void aTradeAboveTheMarkIsSettledAtTheMark() {
        TestDerivatives market = cross(100_000, 100_000);
        market.trade(A, B, 1_005, 10);
        assertThat(market.money(A)).isEqualTo(100_000 - 10 * 5 * 3);
        assertThat(market.money(B)).isEqualTo(100_000 + 10 * 5 * 3);
        assertThat(market.positions().lots(A)).isEqualTo(10);
        assertThat(market.positions().lots(B)).isEqualTo(-10);
        assertThat(market.positions().entry(A)).isEqualTo(10 * 1_005 * 3);
    }

    @Test
    void aMarkMovesMoneyFromLosersToWinners() {
        TestDerivatives market = cross(100_000, 100_000);
        market.trade(A, B, 1_000, 10);
        market.mark(1_040);
        assertThat(market.money(A)).isEqualTo(100_000 + 10 * 40 * 3);
        assertThat(market.money(B)).isEqualTo(100_000 - 10 * 40 * 3);
        assertThat(market.margin(A)).as("kept for the position").isEqualTo(10 * 1_040 * 3 / 10);
        assertThat(market.margin(B)).isEqualTo(10 * 1_040 * 3 / 10);
    }

    @Test
    void gainsStayInIsolatedMarginAndLossesAreNotMadeGood() {
        TestDerivatives market = isolated(100_000, 100_000);
        market.trade(A, B, 1_000, 10);
        market.mark(1_040);
        assertThat(market.margin(A)).isEqualTo(3_000 + 10 * 40 * 3);
        assertThat(market.margin(B)).isEqualTo(3_000 - 10 * 40 * 3);
        assertThat(market.free(B)).isEqualTo(97_000);
    }

    @Test
    void anOrderThatClosesAPositionNeedsNoMoreMargin() {
        TestDerivatives market = isolated(3_000, 100_000, 100_000);
        market.trade(A, B, 1_000, 10);
        market.mark(970);
        assertThat(market.margin(A)).isEqualTo(2_100);
        assertThat(market.sell(A, 1, 980, 10)).isEmpty();
        assertThat(market.sell(A, 2, 980, 11)).contains(Rejection.INSUFFICIENT_BALANCE);
        assertThat(market.place(0, C, Side.BUY, TimeInForce.IOC, 1, 980, 10)).isEmpty();
        assertThat(market.positions().lots(A)).isZero();
        assertThat(market.free(A)).isEqualTo(3_000 - 10 * 20 * 3);
    }

    @Test
    void twoMarketsShareTheMarginOfWhoeverTradesOnBoth() {
        TestDerivatives market = new TestDerivatives(
                List.of(TestDerivatives.perpetual(MarginMode.CROSS, 0), TestDerivatives.perpetual(MarginMode.CROSS, 0)),
                new long[] {6_500, 100_000},
                0,
                0,
                0);
        market.trade(A, B, 1_000, 10);
        market.place(1, B, Side.SELL, TimeInForce.GTC, 1, 1_000, 20);
        assertThat(market.place(1, A, Side.BUY, TimeInForce.GTC, 1, 1_000, 12))
                .contains(Rejection.INSUFFICIENT_BALANCE);
        assertThat(market.place(1, A, Side.BUY, TimeInForce.GTC, 2, 1_000, 11)).isEmpty();
        assertThat(market.margin(A)).isEqualTo(21 * 300);
        market.mark(0, 1_050);
        assertThat(market.place(1, A, Side.BUY, TimeInForce.GTC, 3, 1_000, 4)).isEmpty();
    }

    @Test
    void ordersThatAreNoLongerCoveredAreCancelledAtTheMark() {
        TestDerivatives market = isolated(3_300, 100_000);
        market.trade(A, B, 1_000, 10);
        market.buy(A, 1, 980, 1);
        assertThat(market.margin(A)).isEqualTo(3_300);
        market.mark(960);
        assertThat(market.market().orders(A)).hasSize(1);
        market.mark(945);
        assertThat(market.market().orders(A))
                .as("1,665 for eleven lots and the loss of one, of 1,650")
                .isEmpty();
        assertThat(market.changes("margin-called")).hasSize(1);
        assertThat(market.positions().lots(A)).isEqualTo(10);
    }
}
