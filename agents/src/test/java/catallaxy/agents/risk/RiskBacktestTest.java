package catallaxy.agents.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The backtests against hand calculation, their own error rates, and models that are right or wrong by construction. */
class RiskBacktestTest {
    private static final RiskBacktest BACKTEST = new RiskBacktest(500, 50, List.of(0.95, 0.99));

    /** Forecasts half of what another model does. */
    static RiskModel halved(RiskModel model) {
        return returns -> {
            RiskModel.Fitted fitted = model.fit(returns);
            return (window, horizon) -> {
                ReturnDistribution whole = fitted.forecast(window, horizon);
                return level -> new TailRisk(
                        whole.tail(level).valueAtRisk() / 2, whole.tail(level).expectedShortfall() / 2);
            };
        };
    }

    private static boolean[] hits(RandomStream random, int n, double afterCalm, double afterHit) {
        boolean[] hits = new boolean[n];
        for (int t = 0; t < n; t++) {
            hits[t] = random.nextBoolean(t > 0 && hits[t - 1] ? afterHit : afterCalm);
        }
        return hits;
    }

    @Test
    void computesChristoffersensStatistics() {
        ExceedanceIndependence independence = new ExceedanceIndependence(900, 45, 40, 14);
        assertThat(independence.likelihoodRatio()).isCloseTo(24.656833491836608, within(1e-9));
        assertThat(independence.pValue()).isCloseTo(6.850142520244216e-7, within(1e-12));
        Coverage coverage = new Coverage(1_000, 59, 0.05);
        assertThat(coverage.likelihoodRatio()).isCloseTo(1.6162374330264981, within(1e-9));
        assertThat(coverage.pValue()).isCloseTo(0.20361722296141513, within(1e-9));
        ConditionalCoverage both = new ConditionalCoverage(coverage, independence);
        assertThat(both.likelihoodRatio()).isCloseTo(26.273070924863106, within(1e-9));
        assertThat(both.pValue()).isCloseTo(1.971855732480109e-6, within(1e-12));
        assertThat(ChiSquared.upperTail(5.991464547107979, 2)).isCloseTo(0.05, within(1e-12));
        assertThat(ChiSquared.upperTail(Coverage.CRITICAL_5_PERCENT, 1)).isCloseTo(0.05, within(1e-12));
    }

    @Test
    void countsWhatFollowsWhat() {
        boolean[] exceeded = {false, false, true, true, false, true, false, false};
        assertThat(ExceedanceIndependence.of(exceeded)).isEqualTo(new ExceedanceIndependence(2, 2, 2, 1));
        assertThat(ConditionalCoverage.of(exceeded, 0.1).coverage()).isEqualTo(new Coverage(8, 3, 0.1));
        assertThat(ExceedanceIndependence.of(new boolean[9]).pValue()).isEqualTo(1);
    }

    /** 400 sequences: 5 % ± three standard errors is 1.7 % to 8.3 %; clustering of the same frequency is seen. */
    @Test
    void rejectsOneInTwentyOfRightForecastsAndClustersNearlyAlways() {
        RandomStream random = RandomStream.of(2, "hits");
        int right = 0;
        int clustered = 0;
        for (int i = 0; i < 400; i++) {
            right += ConditionalCoverage.of(hits(random, 2_000, 0.05, 0.05), 0.05)
                                    .pValue()
                            < 0.05
                    ? 1
                    : 0;
            clustered += ConditionalCoverage.of(hits(random, 2_000, 0.0421, 0.2), 0.05)
                                    .independence()
                                    .pValue()
                            < 0.05
                    ? 1
                    : 0;
        }
        assertThat(right / 400.0).isBetween(0.017, 0.083);
        assertThat(clustered / 400.0).isGreaterThan(0.95);
    }

    @Test
    void showsAModelThePastAlone() {
        double[] returns = IntStream.range(0, 47).mapToDouble(t -> t * 1e-3).toArray();
        List<double[]> seen = new ArrayList<>();
        RiskModel spy = fitted -> (window, horizon) -> {
            seen.add(window);
            return _ -> new TailRisk(-0.1 * window[window.length - 1], 1);
        };
        List<RiskBacktest.Result> results = new RiskBacktest(20, 5, List.of(0.9)).run(spy, returns, 4);
        assertThat(seen).hasSize(6);
        for (int i = 0; i < seen.size(); i++) {
            assertThat(seen.get(i)).isEqualTo(Arrays.copyOfRange(returns, 4 * i, 4 * i + 20));
        }
        assertThat(results.getFirst().coverage().coverage()).isEqualTo(new Coverage(6, 0, 1 - 0.9));
    }

    @Test
    void measuresTheLossBeyondTheForecast() {
        double[] returns = new double[30];
        returns[25] = -0.3;
        RiskModel tenth = _ -> (_, _) -> _ -> new TailRisk(0.1, 0.2);
        RiskBacktest.Result result =
                new RiskBacktest(20, 1, List.of(0.9)).run(tenth, returns, 1).getFirst();
        assertThat(result.coverage().coverage().exceedances()).isEqualTo(1);
        assertThat(result.shortfallTest().ratio()).isCloseTo(1.5, within(1e-12));
        assertThat(result.valueAtRisk()).isCloseTo(0.1, within(1e-12));
    }

    /** On returns that follow GARCH the fitted model passes and the normal one, which does not follow them, fails. */
    @Test
    void acceptsTheTruthAndRejectsWhatIgnoresIt() {
        int filteredRejected = 0;
        int parametricRejected = 0;
        for (long seed = 0; seed < 5; seed++) {
            double[] returns = Returns.garch(RandomStream.of(seed, "backtest"), 4_500);
            filteredRejected += rejected(RiskMethod.GARCH.model(), returns);
            parametricRejected += rejected(RiskMethod.PARAMETRIC.model(), returns);
        }
        assertThat(filteredRejected).isLessThanOrEqualTo(1);
        assertThat(parametricRejected).isGreaterThanOrEqualTo(4);
    }

    private static int rejected(RiskModel model, double[] returns) {
        return BACKTEST.run(model, returns, 1).getLast().coverage().pValue() < 0.01 ? 1 : 0;
    }

    @Test
    void rejectsHalfOfTheVolatility() {
        double[] returns = Returns.garch(RandomStream.of(0, "backtest"), 4_500);
        for (int horizon : new int[] {1, 10}) {
            assertThat(BACKTEST.run(halved(RiskMethod.GARCH.model()), returns, horizon))
                    .allMatch(result -> result.coverage().coverage().pValue() < 1e-4);
        }
    }

    @Test
    void refusesTooShortASeries() {
        assertThatThrownBy(() -> BACKTEST.run(new NormalRisk(), new double[504], 5))
                .hasMessageContaining("505");
        assertThatThrownBy(() -> BACKTEST.run(new NormalRisk(), new double[5_000], 500))
                .hasMessageContaining("horizon");
    }
}
