package catallaxy.agents.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.risk.RiskMethod;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.base.random.RandomStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The limits on equity paths that are known. */
class ValueAtRiskLimitsTest {
    private static final ObservationSpec FEATURES = Specs.features(
            "time_remaining", "risk_scale", "equity.a", "scale.a", "drawdown.a", "equity.b", "scale.b", "drawdown.b");
    private static final ActionSpec ACTIONS = Specs.quantities(0, 1, "scale.a", "scale.b");

    private static final VolatilityRegime.Config UNCHANGED = new VolatilityRegime.Config(0.8, 0.95, 0.7, 1.5, 1, 1);

    private static ValueAtRiskLimits.Config config(
            RiskMethod method, List<TailLimit> limits, VolatilityRegime.Config regime, double drawdown) {
        return new ValueAtRiskLimits.Config(method, limits, 100, regime, drawdown, 0.5, 0.1, 50);
    }

    private static ValueAtRiskLimits.Config config(RiskMethod method, double drawdown) {
        return config(method, List.of(new TailLimit(0.95, 1, 0.02, 0.03)), UNCHANGED, drawdown);
    }

    private static final ValueAtRiskLimits.Config HISTORICAL = config(RiskMethod.HISTORICAL, 0.2);

    private static double[] decide(ValueAtRiskLimits agent, long timeNanos, double a, double b) {
        double[] values = {0, 1, a, 1, 0, b, 1, 0};
        return Specs.values(agent.decide(Specs.observation(FEATURES, ACTIONS, timeNanos, values)));
    }

    @Test
    void scalesLinearlyWithTheDrawdownAndHaltsAtItsLimit() {
        ValueAtRiskLimits agent = new ValueAtRiskLimits(HISTORICAL, FEATURES, ACTIONS);
        assertThat(decide(agent, 0, 100, 100)).containsExactly(1, 1);
        assertThat(decide(agent, 1, 90, 100)).containsExactly(new double[] {1, 1}, within(1e-12));
        assertThat(decide(agent, 2, 85, 100)).containsExactly(new double[] {0.55, 1}, within(1e-12));
        assertThat(decide(agent, 3, 83.9, 100)[0]).isCloseTo(0.45, within(1e-9));
        assertThat(decide(agent, 3, 80.1, 100)[0]).isCloseTo(0.1, within(1e-9));
        assertThat(decide(agent, 4, 80, 100)).containsExactly(0, 1);
    }

    @Test
    void readmitsAfterTheCoolDownWithANewPeak() {
        ValueAtRiskLimits agent = new ValueAtRiskLimits(HISTORICAL, FEATURES, ACTIONS);
        decide(agent, 0, 100, 100);
        assertThat(decide(agent, 10, 75, 100)).containsExactly(0, 1);
        assertThat(decide(agent, 59, 100, 100)).containsExactly(0, 1);
        assertThat(decide(agent, 60, 75, 100)).containsExactly(1, 1);
        assertThat(decide(agent, 61, 70, 100)).containsExactly(1, 1);
        assertThat(decide(agent, 62, 60, 100)).containsExactly(0, 1);
    }

    @Test
    void scalesDownWhenReturnsGetWilder() {
        for (RiskMethod method : RiskMethod.values()) {
            ValueAtRiskLimits agent = new ValueAtRiskLimits(config(method, 1), FEATURES, ACTIONS);
            RandomStream random = RandomStream.of(3, "wild");
            double[] scales = new double[2];
            double calm = 100;
            double wild = 100;
            for (int epoch = 0; epoch < 100; epoch++) {
                scales = decide(agent, epoch, calm, wild);
                double z = random.nextGaussian();
                calm *= 1 + 0.002 * z;
                wild *= 1 + 0.011 * z;
            }
            assertThat(scales[0]).as("%s", method).isEqualTo(1);
            assertThat(scales[1]).as("%s", method).isBetween(0.1, 0.7);
            assertThat(scales[1] * 20).as("%s", method).isCloseTo(Math.rint(scales[1] * 20), within(1e-9));
        }
    }

    @Test
    void doesNotJudgeByTooFewReturns() {
        ValueAtRiskLimits agent = new ValueAtRiskLimits(config(RiskMethod.HISTORICAL, 1), FEATURES, ACTIONS);
        for (int epoch = 0; epoch <= 24; epoch++) {
            assertThat(decide(agent, epoch, epoch % 2 == 0 ? 100 : 95, 100)).containsExactly(1, 1);
        }
        assertThat(decide(agent, 25, 95, 100)).containsExactly(new double[] {0.1, 1}, within(1e-12));
    }

    @Test
    void haltsAnAgentThatOwnsNothing() {
        ValueAtRiskLimits agent = new ValueAtRiskLimits(HISTORICAL, FEATURES, ACTIONS);
        assertThat(decide(agent, 0, 0, -5)).containsExactly(0, 0);
    }

    /** Equity that falls by 1 % a decision: harmless over one, beyond a limit of 6 % over eight. */
    @Test
    void keepsEveryLimit() {
        TailLimit near = new TailLimit(0.95, 1, 0.05, 0.05);
        TailLimit far = new TailLimit(0.95, 8, 0.06, 0.06);
        for (RiskMethod method : List.of(RiskMethod.HISTORICAL, RiskMethod.PARAMETRIC, RiskMethod.GARCH)) {
            assertThat(scaleOfADecline(config(method, List.of(near), UNCHANGED, 1)))
                    .as("%s", method)
                    .isEqualTo(1);
            assertThat(scaleOfADecline(config(method, List.of(near, far), UNCHANGED, 1)))
                    .as("%s", method)
                    .isCloseTo(0.1, within(1e-12));
        }
    }

    private static double scaleOfADecline(ValueAtRiskLimits.Config config) {
        ValueAtRiskLimits agent = new ValueAtRiskLimits(config, FEATURES, ACTIONS);
        double scale = 1;
        for (int epoch = 0; epoch < 30; epoch++) {
            scale = decide(agent, epoch, 1_000 * Math.pow(0.99, epoch) + (epoch % 2) * 0.01, 1_000)[0];
        }
        return scale;
    }

    /** Returns of ± 0.5 %, then ± 2 %: filtered methods see the change within ten decisions, the others dilute it. */
    @Test
    void filteredMethodsFollowTheVolatility() {
        assertThat(scaleAfterAStorm(RiskMethod.EWMA, UNCHANGED))
                .isLessThan(scaleAfterAStorm(RiskMethod.PARAMETRIC, UNCHANGED));
        assertThat(scaleAfterAStorm(RiskMethod.GARCH, UNCHANGED)).isLessThan(1);
    }

    @Test
    void tightensAndLoosensTheLimitsByTheRegime() {
        double unchanged = scaleAfterAStorm(RiskMethod.PARAMETRIC, UNCHANGED);
        VolatilityRegime.Config tight = new VolatilityRegime.Config(0.8, 0.95, 0.7, 1.5, 1, 0.5);
        VolatilityRegime.Config calm = new VolatilityRegime.Config(0.8, 0.95, 0.7, 1.5, 0.01, 1);
        assertThat(unchanged).isBetween(0.2, 0.99);
        assertThat(scaleAfterAStorm(RiskMethod.PARAMETRIC, tight)).isLessThan(unchanged);
        assertThat(scaleAfterAStorm(RiskMethod.PARAMETRIC, calm))
                .as("it is not calm")
                .isEqualTo(unchanged);
    }

    private static double scaleAfterAStorm(RiskMethod method, VolatilityRegime.Config regime) {
        TailLimit limit = new TailLimit(0.95, 1, 0.025, 0.031);
        ValueAtRiskLimits agent = new ValueAtRiskLimits(config(method, List.of(limit), regime, 1), FEATURES, ACTIONS);
        double equity = 100;
        double scale = 1;
        for (int epoch = 0; epoch < 90; epoch++) {
            scale = decide(agent, epoch, equity, 1e-9)[0];
            equity *= 1 + (epoch % 2 == 0 ? 1 : -1) * (epoch < 79 ? 0.005 : 0.02);
        }
        return scale;
    }
}
