package catallaxy.agents.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.market.learning.ActionSpec;
import catallaxy.environment.market.learning.ObservationSpec;
import catallaxy.environment.market.random.RandomStream;
import org.junit.jupiter.api.Test;

/** The limits on equity paths that are known. */
class ValueAtRiskLimitsTest {
    private static final ObservationSpec FEATURES = Specs.features(
            "time_remaining", "risk_scale", "equity.a", "scale.a", "drawdown.a", "equity.b", "scale.b", "drawdown.b");
    private static final ActionSpec ACTIONS = Specs.quantities(0, 1, "scale.a", "scale.b");

    private static ValueAtRiskLimits.Config config(ValueAtRiskLimits.Method method, double drawdown) {
        return new ValueAtRiskLimits.Config(method, 0.95, 100, 0.02, 0.03, drawdown, 0.5, 0.1, 50);
    }

    private static final ValueAtRiskLimits.Config HISTORICAL = config(ValueAtRiskLimits.Method.HISTORICAL, 0.2);

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
        for (ValueAtRiskLimits.Method method : ValueAtRiskLimits.Method.values()) {
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
        ValueAtRiskLimits agent =
                new ValueAtRiskLimits(config(ValueAtRiskLimits.Method.HISTORICAL, 1), FEATURES, ACTIONS);
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
}
