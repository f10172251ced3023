package catallaxy.environment.market.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.market.margin.MarginMode;
import catallaxy.environment.market.trace.MarketEvent;
import org.junit.jupiter.api.Test;

/** A position of ten lots with 3,000 of margin is liquidated below 947.4 ticks, and has nothing left at 900. */
class LiquidationTest {
    private static final int A = 0;
    private static final int B = 1;
    private static final int C = 2;
    private static final int D = 3;

    private static TestDerivatives isolated(long insurance) {
        return TestDerivatives.of(
                TestDerivatives.perpetual(MarginMode.ISOLATED, 0), insurance, 3_000, 100_000, 100_000, 100_000);
    }

    @Test
    void comesAtTheFirstMarkBelowThePriceThatMaintenanceMarginSays() {
        TestDerivatives market = isolated(0);
        market.trade(A, B, 1_000, 10);
        double price = market.margins().liquidationPriceTicks(A);
        assertThat(price).isEqualTo((10 * 3_000.0 - 3_000) / (10 * 3 * 0.95));
        market.buy(C, 1, 940, 10);
        market.mark((long) Math.ceil(price));
        assertThat(market.positions().lots(A)).isEqualTo(10);
        market.mark((long) Math.floor(price));
        assertThat(market.positions().lots(A)).isZero();
        assertThat(market.positions().lots(C)).isEqualTo(10);
    }

    @Test
    void comesAboveThePriceOfAShortPosition() {
        TestDerivatives market = isolated(0);
        market.trade(B, A, 1_000, 10);
        double price = market.margins().liquidationPriceTicks(A);
        market.sell(C, 1, 1_060, 10);
        market.mark((long) Math.floor(price));
        assertThat(market.positions().lots(A)).isEqualTo(-10);
        market.mark((long) Math.ceil(price));
        assertThat(market.positions().lots(A)).isZero();
    }

    @Test
    void leavesTheOwnerWhatPriceAndFeeLeave() {
        TestDerivatives market = isolated(0);
        market.trade(A, B, 1_000, 10);
        market.buy(C, 1, 940, 10);
        market.mark(945);
        assertThat(market.insurance()).isEqualTo(10 * 945 * 3 / 100 + 1);
        assertThat(market.free(A)).isEqualTo(3_000 - 10 * 60 * 3 - 284);
        assertThat(market.margin(A)).isZero();
    }

    @Test
    void doesNotSellBelowWhatMarginAndFundPay() {
        TestDerivatives market = isolated(0);
        market.trade(A, B, 1_000, 10);
        market.buy(C, 1, 899, 10);
        market.mark(945);
        assertThat(market.positions().lots(A)).as("nobody pays more than 899").isEqualTo(10);
        TestDerivatives insured = isolated(30);
        insured.trade(A, B, 1_000, 10);
        insured.buy(C, 1, 899, 10);
        insured.mark(945);
        assertThat(insured.positions().lots(A))
                .as("the fund pays a tick of ten lots")
                .isZero();
        assertThat(insured.insurance()).isZero();
    }

    @Test
    void letsTheInsuranceFundBearAJump() {
        TestDerivatives market = isolated(5_000);
        market.trade(A, B, 1_000, 10);
        market.buy(C, 1, 880, 10);
        market.mark(880);
        assertThat(market.money(A)).isZero();
        assertThat(market.money(B)).isEqualTo(100_000 + 10 * 120 * 3);
        assertThat(market.insurance()).isEqualTo(5_000 - 600);
        assertThat(market.changes("deleveraged")).isEmpty();
    }

    @Test
    void deleveragesOthersWhereTheFundIsTooSmall() {
        TestDerivatives market = isolated(100);
        market.trade(A, B, 1_000, 10);
        market.mark(880);
        assertThat(market.positions().lots(A)).isZero();
        assertThat(market.positions().lots(B)).isZero();
        assertThat(market.insurance()).isZero();
        assertThat(market.money(B))
                .as("closed at the price at which A had nothing left, and the fund's share")
                .isEqualTo(100_000 + 10 * 100 * 3 + 100);
    }

    /** B has gained more on its position and has the same leverage as C; D loses. */
    @Test
    void deleveragesThoseWithMostProfitTimesLeverageFirst() {
        TestDerivatives market = TestDerivatives.of(
                TestDerivatives.perpetual(MarginMode.CROSS, 0), 0, 3_000, 50_000, 50_000, 50_000, 100_000);
        int buyer = 4;
        market.trade(buyer, C, 1_000, 6);
        market.mark(1_020);
        market.trade(buyer, B, 1_020, 6);
        market.mark(980);
        market.trade(buyer, D, 980, 6);
        market.mark(1_000);
        market.trade(A, buyer, 1_000, 10);
        market.mark(890);
        assertThat(market.changes("deleveraged"))
                .extracting(MarketEvent.VenueChanged::participant)
                .containsExactly(B, C);
        assertThat(market.changes("deleveraged"))
                .extracting(each -> TestDerivatives.detail(each, "closed-lots"))
                .containsExactly(6L, 4L);
    }

    @Test
    void ofTwoWithEqualProfitTheOneWithMoreLeverageComesFirst() {
        TestDerivatives market =
                TestDerivatives.of(TestDerivatives.perpetual(MarginMode.CROSS, 0), 0, 3_000, 90_000, 30_000);
        market.trade(A, B, 1_000, 5);
        market.trade(A, C, 1_000, 5);
        market.mark(890);
        assertThat(market.changes("deleveraged"))
                .extracting(MarketEvent.VenueChanged::participant)
                .containsExactly(C, B);
    }

    @Test
    void cancelsTheOrdersOfWhomItComesTo() {
        TestDerivatives market = isolated(0);
        market.trade(A, B, 1_000, 9);
        market.buy(A, 7, 950, 1);
        market.mark(935);
        assertThat(market.market().orders(A)).isEmpty();
    }

    @Test
    void aLossThatNobodyGainedIsAFault() {
        TestDerivatives market = isolated(0);
        market.trade(A, B, 1_000, 10);
        Liquidation planted = new Liquidation(
                market.settlement,
                0,
                market.market(),
                new Matching.Fees(0, 0, 1),
                market.exchange,
                market.margins(),
                new long[4]);
        assertThatThrownBy(() -> planted.close(A, 5_000, false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("who gained 0");
    }
}
