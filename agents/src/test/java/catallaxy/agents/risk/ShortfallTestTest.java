package catallaxy.agents.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.world.candle.CandleSeries;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The test of the shortfall against hand calculation and its own error rates, and returns over gaps. */
class ShortfallTestTest {
    private static final long DAY = 86_400_000_000_000L;

    private static double[] exponential(RandomStream random, int n, double mean) {
        double[] losses = new double[n];
        for (int i = 0; i < n; i++) {
            losses[i] = -mean * Math.log(1 - random.nextDouble());
        }
        return losses;
    }

    @Test
    void theRatioIsThatOfTheMeans() {
        ShortfallTest test = ShortfallTest.of(new double[] {0.01, 0.05}, new double[] {0.0001, 0.0399});
        assertThat(test.ratio()).isCloseTo(1.5, within(1e-12));
        assertThat(test.residual()).isCloseTo(0.01, within(1e-12));
        assertThat(test.whyNoRatio()).isEmpty();
    }

    @Test
    void whereTheForecastIsNotAboveZeroThereIsNoRatioAndAReason() {
        for (double forecast : new double[] {0, -0.001}) {
            ShortfallTest test = ShortfallTest.of(new double[] {0.2, 0.1}, new double[] {forecast, forecast});
            assertThat(test.ratio()).isNaN();
            assertThat(test.whyNoRatio()).contains("not above 0");
            assertThat(test.residual()).isCloseTo(0.15 - forecast, within(1e-12));
        }
        ShortfallTest none = ShortfallTest.of(new double[0], new double[0]);
        assertThat(none.ratio()).isNaN();
        assertThat(none.whyNoRatio()).isEqualTo("no loss exceeded the VaR");
        assertThat(none.whyNoPValue()).isEqualTo("fewer than two exceedances");
        ShortfallTest alike = ShortfallTest.of(new double[] {0.5, 0.5, 0.5}, new double[] {0.25, 0.25, 0.25});
        assertThat(alike.pValue()).isNaN();
        assertThat(alike.whyNoPValue()).isEqualTo("the residuals do not vary");
        assertThat(alike.ratio()).isEqualTo(2);
    }

    /** 200 samples of 60: 5 % ± three standard errors is 0.4 % to 9.6 %; twice the loss is seen nearly always. */
    @Test
    void rejectsOneInTwentyRightForecastsAndNearlyAllTooSmallOnes() {
        RandomStream random = RandomStream.of(3, "losses");
        double[] forecasts = new double[60];
        Arrays.fill(forecasts, 0.02);
        int right = 0;
        int small = 0;
        for (int i = 0; i < 200; i++) {
            right += ShortfallTest.of(exponential(random, 60, 0.02), forecasts).pValue() < 0.05 ? 1 : 0;
            small += ShortfallTest.of(exponential(random, 60, 0.04), forecasts).pValue() < 0.05 ? 1 : 0;
        }
        assertThat(right / 200.0).isBetween(0.004, 0.12);
        assertThat(small / 200.0).isGreaterThan(0.9);
    }

    /** A coin at its peg for 500 days, then not: every method gives finite figures or none with a reason. */
    @Test
    void aBrokenPegGivesFiniteFiguresOrNone() {
        double[] returns = new double[560];
        RandomStream random = RandomStream.of(4, "peg");
        for (int i = 505; i < returns.length; i++) {
            returns[i] = 0.02 * random.nextGaussian();
        }
        for (RiskMethod method : RiskMethod.values()) {
            for (RiskBacktest.Result result :
                    new RiskBacktest(500, 50, List.of(0.95, 0.99)).run(method.model(), returns, 1)) {
                ShortfallTest test = result.shortfallTest();
                assertThat(test.ratio()).as("%s", method).isNotInfinite();
                assertThat(Double.isNaN(test.ratio()))
                        .isEqualTo(!test.whyNoRatio().isEmpty());
                assertThat(Double.isNaN(test.pValue()))
                        .isEqualTo(!test.whyNoPValue().isEmpty());
                assertThat(test.exceedances() == 0
                                || test.ratio() > 0
                                || !test.whyNoRatio().isEmpty())
                        .isTrue();
                assertThat(test.residual()).isNotInfinite();
            }
        }
    }

    /** The first losses after the peg meet forecasts of zero: no ratio at all, the mean excess is the mean loss. */
    @Test
    void aForecastOfZeroHasAResidualAndNoRatio() {
        double[] returns = new double[502];
        returns[500] = -0.1;
        returns[501] = -0.3;
        RiskModel zero = _ -> (_, _) -> _ -> new TailRisk(0, 0);
        ShortfallTest test = new RiskBacktest(500, 50, List.of(0.95))
                .run(zero, returns, 1)
                .getFirst()
                .shortfallTest();
        assertThat(test.exceedances()).isEqualTo(2);
        assertThat(test.residual()).isCloseTo(0.2, within(1e-12));
        assertThat(test.ratio()).isNaN();
    }

    private static CandleSeries weeks(int n) {
        long[] times = new long[n];
        double[][] columns = new double[5][n];
        double close = 100;
        for (int i = 0; i < n; i++) {
            times[i] = 4 * DAY + (i / 5 * 7 + i % 5) * DAY;
            close *= i % 5 == 0 && i > 0 ? 0.9 : 1.01;
            for (double[] column : columns) {
                column[i] = close;
            }
        }
        return CandleSeries.of(DAY, times, columns);
    }

    @Test
    void returnsGoFromCloseToCloseOverWeekends() {
        CandleReturns all = CandleReturns.of(weeks(50));
        assertThat(all.values()).hasSize(49);
        assertThat(all.overGaps()).isEqualTo(9);
        assertThat(all.leftOut()).isZero();
        for (int i = 0; i < 49; i++) {
            assertThat(all.values()[i]).isCloseTo(i % 5 == 4 ? -0.1 : 0.01, within(1e-12));
        }
        CandleReturns without = CandleReturns.withoutGaps(weeks(50));
        assertThat(without.values()).hasSize(40);
        assertThat(Arrays.stream(without.values()).allMatch(each -> Math.abs(each - 0.01) < 1e-12))
                .isTrue();
        assertThat(without.leftOut()).isEqualTo(9);
        double growth = Arrays.stream(all.values()).reduce(1, (product, each) -> product * (1 + each));
        assertThat(growth).isCloseTo(weeks(50).close(49) / weeks(50).close(0), within(1e-9));
    }
}
