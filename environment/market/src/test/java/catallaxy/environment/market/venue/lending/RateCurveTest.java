package catallaxy.environment.market.venue.lending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.number.UInt256;
import org.junit.jupiter.api.Test;

/** Rates that can be worked out by hand. */
final class RateCurveTest {
    static final RateCurve CURVE = new RateCurve(percent(80), percent(1), percent(4), percent(60));

    static UInt256 percent(long percent) {
        return RayMath.RAY.timesExact(UInt256.of(percent)).dividedBy(UInt256.of(100));
    }

    private static RateCurve.Rates at(RateCurve curve, long held, long debt, long factorBps) {
        return curve.rates(new RateCurve.Usage(
                UInt256.of(held),
                UInt256.ZERO,
                UInt256.ZERO,
                UInt256.ZERO,
                UInt256.of(debt),
                UInt256.ZERO,
                factorBps,
                UInt256.ZERO));
    }

    @Test
    void theRateBendsAtTheOptimum() {
        assertThat(at(CURVE, 1_000, 0, 0).variable()).isEqualTo(percent(1));
        assertThat(at(CURVE, 1_000, 0, 0).liquidity()).isEqualTo(UInt256.ZERO);
        assertThat(at(CURVE, 600, 400, 0).variable()).isEqualTo(percent(3));
        assertThat(at(CURVE, 200, 800, 0).variable()).isEqualTo(percent(5));
        assertThat(at(CURVE, 100, 900, 0).variable()).isEqualTo(percent(35));
        assertThat(at(CURVE, 0, 1_000, 0).variable()).isEqualTo(percent(65));
    }

    @Test
    void suppliersEarnWhatBorrowersPayLessTheTreasurysPart() {
        assertThat(at(CURVE, 200, 800, 0).liquidity()).isEqualTo(percent(4));
        assertThat(at(CURVE, 200, 800, 2_500).liquidity()).isEqualTo(percent(3));
        assertThat(at(CURVE, 200, 800, 10_000).liquidity()).isEqualTo(UInt256.ZERO);
    }

    @Test
    void ratesNeverFallWithUtilisation() {
        UInt256 last = UInt256.ZERO;
        for (int debt = 0; debt <= 1_000; debt++) {
            UInt256 rate = at(CURVE, 1_000 - debt, debt, 1_000).variable();
            assertThat(rate).as("debt %d", debt).isGreaterThanOrEqualTo(last);
            last = rate;
        }
    }

    @Test
    void stableDebtCountsAtItsOwnRate() {
        RateCurve.Stable stable = new RateCurve.Stable(percent(2), percent(10), percent(1), percent(8), percent(20));
        RateCurve curve = new RateCurve(percent(80), percent(1), percent(4), percent(60), stable);
        RateCurve.Rates rates = curve.rates(new RateCurve.Usage(
                UInt256.of(600),
                UInt256.ZERO,
                UInt256.ZERO,
                UInt256.of(200),
                UInt256.of(200),
                percent(9),
                0,
                UInt256.ZERO));
        assertThat(rates.variable()).isEqualTo(percent(3));
        assertThat(rates.liquidity())
                .as("(3 + 9)/2 % on two fifths")
                .isEqualTo(percent(24).dividedBy(UInt256.of(10)));
        assertThat(rates.stable()).as("4 + 1 + 1 + 8 (50 − 20)/80 %").isEqualTo(percent(9));
    }

    @Test
    void moreThanThereIsCannotBeTaken() {
        RateCurve.Usage usage = new RateCurve.Usage(
                UInt256.of(5), UInt256.of(1), UInt256.of(7), UInt256.ZERO, UInt256.ONE, UInt256.ZERO, 0, UInt256.ZERO);
        assertThatThrownBy(() -> CURVE.rates(usage)).hasMessage("Panic(0x11)");
    }

    @Test
    void anOptimumAboveTheWholeIsRefused() {
        assertThatThrownBy(() -> new RateCurve(percent(101), percent(0), percent(0), percent(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rate curve: an optimum above 1");
    }

    @Test
    void termsThatAConfiguratorRefusesAreRefused() {
        assertThat(terms(7_500, 8_000, 10_500).unit()).isEqualTo(UInt256.of(1_000_000));
        assertThatThrownBy(() -> terms(8_001, 8_000, 10_500))
                .hasMessageStartingWith("loan to value, basis points: expected 0 to 8000");
        assertThatThrownBy(() -> terms(7_500, 8_000, 10_000)).hasMessageStartingWith("bonusBps: expected 10001");
        assertThatThrownBy(() -> terms(7_500, 9_600, 10_500)).hasMessageStartingWith("threshold with bonus");
        assertThatThrownBy(() -> terms(0, 0, 10_500)).hasMessageStartingWith("bonusBps of an asset that is no");
        assertThat(terms(0, 0, 0).bonusBps()).isZero();
    }

    private static ReserveConfig terms(long ltv, long threshold, long bonus) {
        return new ReserveConfig(0, 6, ltv, threshold, bonus, 1_000, 0, CURVE);
    }
}
