package catallaxy.agents.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The models of returns against hand calculation, an independent optimiser and simulated truth. */
class RiskModelTest {
    /** ± 1 % in turns: standard deviation 1 % about zero. */
    private static final double[] STEADY =
            IntStream.range(0, 100).mapToDouble(t -> t % 2 == 0 ? 0.01 : -0.01).toArray();

    private static TailRisk tail(RiskModel model, double[] returns, int horizon, double level) {
        return model.fit(returns).forecast(returns, horizon).tail(level);
    }

    @Test
    void compoundsOverlappingStretches() {
        double[] returns = {0.1, -0.5, 0.2, 0};
        assertThat(HistoricalSimulation.overlapping(returns, 1)).isEqualTo(returns);
        assertThat(HistoricalSimulation.overlapping(returns, 3))
                .containsExactly(new double[] {-0.34, -0.4}, within(1e-15));
        assertThat(tail(new HistoricalSimulation(), returns, 3, 0.9).valueAtRisk())
                .isCloseTo(0.4, within(1e-15));
    }

    @Test
    void scalesTheNormalWithTheRootOfTime() {
        double[] returns = {0.03, -0.01, 0.02, -0.02};
        double deviation = Math.sqrt((0.025 * 0.025 + 0.015 * 0.015 + 0.015 * 0.015 + 0.025 * 0.025) / 3);
        TailRisk risk = tail(new NormalRisk(), returns, 3, 0.99);
        assertThat(risk.valueAtRisk()).isCloseTo(-0.015 + 2.3263478740408408 * deviation * Math.sqrt(3), within(1e-12));
        assertThat(tail(new NormalRisk(), returns, 1, 0.99)).isEqualTo(TailRisk.parametric(returns, 0.99));
    }

    /** Student's t with four degrees of freedom: VaR 3.7469 and ES 5.2205 at 99 %. */
    @Test
    void findsTheTailOfStudentsT() {
        RandomStream random = RandomStream.of(4, "student");
        double[] returns = IntStream.range(0, 20_000)
                .mapToDouble(_ -> 0.01 * Returns.student4(random))
                .toArray();
        assertThat(StudentRisk.shape(returns).degrees()).isBetween(3.6, 4.4);
        TailRisk risk = tail(new StudentRisk(), returns, 1, 0.99);
        assertThat(risk.valueAtRisk()).isCloseTo(0.037469, within(0.0015));
        assertThat(risk.expectedShortfall()).isCloseTo(0.052205, within(0.0035));
    }

    /** Twenty thousand sums of ten variates have their 95 % quantile known within 1.3 %; 2000 paths within 4 %. */
    @Test
    void addsUpStudentsTOverTenPeriods() {
        RandomStream random = RandomStream.of(5, "student");
        double[] returns = IntStream.range(0, 200_000)
                .mapToDouble(_ -> 0.002 * Returns.student4(random))
                .toArray();
        double[] apart = IntStream.range(0, 20_000)
                .mapToDouble(i -> HistoricalSimulation.compound(returns, 10 * i, 10))
                .toArray();
        double expected = TailRisk.historical(apart, 0.95).valueAtRisk();
        double found = tail(new StudentRisk(), Arrays.copyOf(returns, 20_000), 10, 0.95)
                .valueAtRisk();
        assertThat(found).isCloseTo(expected, within(0.12 * expected));
    }

    /** The optimum was found with another implementation of the likelihood and another optimiser. */
    @Test
    void fitsGarchByMaximumLikelihood() {
        double[] returns = IntStream.range(0, 600)
                .mapToDouble(t -> 0.002 + 0.01 * (t / 20 % 3 == 0 ? 1.5 : 1) * (Math.sin(t * t * 0.7) * 1.3))
                .toArray();
        GarchFit fit = GarchFit.of(returns);
        assertThat(fit.logLikelihood()).isCloseTo(1874.702843865398, within(1e-5));
        assertThat(fit.recursion().alpha()).isCloseTo(0.135694, within(1e-3));
        assertThat(fit.recursion().beta()).isCloseTo(0.750025, within(1e-3));
        assertThat(fit.recursion().omega() * 1e6).isCloseTo(13.2199, within(2e-2));
    }

    /** Asymptotic standard errors at 10 000 returns are about 0.01 of α and of β; the bounds are four of them. */
    @Test
    void recoversTheParametersOfSimulatedReturns() {
        double[] returns = Returns.garch(RandomStream.of(6, "garch"), 10_000);
        VarianceRecursion found = GarchFit.of(returns).recursion();
        assertThat(found.alpha()).isCloseTo(0.15, within(0.04));
        assertThat(found.beta()).isCloseTo(0.83, within(0.04));
        assertThat(GarchFit.logLikelihood(returns, found))
                .isGreaterThanOrEqualTo(GarchFit.logLikelihood(returns, Returns.TRUTH));
    }

    @Test
    void scalesTheSampleByTodaysVolatility() {
        double[] shaken = Arrays.copyOf(STEADY, 101);
        shaken[100] = 0.02;
        double meanSquare = (100 * 1e-4 + 4e-4) / 101;
        RiskModel ewma = FilteredHistoricalSimulation.ewma(0.94, 100, 0);
        double first = Math.sqrt(meanSquare);
        TailRisk risk = tail(ewma, shaken, 1, 0.95);
        double today = Math.sqrt(0.94 * (1e-4 + (meanSquare - 1e-4) * Math.pow(0.94, 100)) + 0.06 * 4e-4);
        assertThat(risk.valueAtRisk()).isCloseTo(today, within(0.01 * today)).isLessThan(today * 0.01 / first * 1.02);
        assertThat(tail(ewma, STEADY, 1, 0.95).valueAtRisk()).isCloseTo(0.01, within(1e-12));
    }

    /** Two steps of ± 1 %: the worst quarter loses 1 − 0.99², the middle half 1 − 0.99 · 1.01. */
    @Test
    void compoundsSimulatedSteps() {
        VarianceRecursion constant = new VarianceRecursion(0, 1e-4, 0, 0);
        RiskModel model = new FilteredHistoricalSimulation(_ -> constant, new SimulatedPaths(2_000, 1));
        TailRisk worst = tail(model, STEADY, 2, 0.9);
        assertThat(worst.valueAtRisk()).isCloseTo(1 - 0.99 * 0.99, within(1e-12));
        assertThat(worst.expectedShortfall()).isCloseTo(1 - 0.99 * 0.99, within(1e-12));
        assertThat(tail(model, STEADY, 2, 0.65).valueAtRisk()).isCloseTo(1 - 0.99 * 1.01, within(1e-12));
    }

    @Test
    void givesTheSameForecastTwiceAndMoreAtHigherLevels() {
        double[] returns = Returns.garch(RandomStream.of(9, "garch"), 600);
        double[] before = returns.clone();
        for (RiskMethod method : RiskMethod.values()) {
            for (int horizon : new int[] {1, 10}) {
                TailRisk once = tail(method.model(), returns, horizon, 0.99);
                TailRisk low = tail(method.model(), returns, horizon, 0.95);
                assertThat(tail(method.model(), returns, horizon, 0.99)).isEqualTo(once);
                assertThat(once.valueAtRisk()).as("%s", method).isGreaterThan(low.valueAtRisk());
                assertThat(low.expectedShortfall()).as("%s", method).isGreaterThan(low.valueAtRisk());
            }
        }
        assertThat(returns).isEqualTo(before);
    }

    @Test
    void findsNoRiskInReturnsThatDoNotVary() {
        for (RiskMethod method : RiskMethod.values()) {
            assertThat(tail(method.model(), new double[20], 1, 0.99).valueAtRisk())
                    .as("%s", method)
                    .isZero();
            assertThat(tail(method.model(), new double[20], 5, 0.99).valueAtRisk())
                    .as("%s", method)
                    .isZero();
        }
        assertThatThrownBy(() -> new VarianceRecursion(0, 0, 0.6, 0.5)).hasMessageContaining("alpha + beta");
    }
}
