package catallaxy.agents.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The regime on a path that is steady, stormy and still. */
class VolatilityRegimeTest {
    private static final VolatilityRegime.Config CONFIG = new VolatilityRegime.Config(0.8, 0.95, 0.5, 1.5, 2, 0.5);

    /** The multiplier after each of the returns ± size, in turns. */
    private static List<Double> multipliers(VolatilityRegime regime, double[] sizes) {
        List<Double> multipliers = new ArrayList<>();
        double equity = 100;
        regime.multiplier(equity);
        for (int i = 0; i < sizes.length; i++) {
            equity *= 1 + (i % 2 == 0 ? sizes[i] : -sizes[i]);
            multipliers.add(regime.multiplier(equity));
        }
        return multipliers;
    }

    private static double[] sizes(int steady, int storm, int still) {
        double[] sizes = new double[steady + storm + still];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = i < steady ? 0.01 : i < steady + storm ? 0.05 : 0.001;
        }
        return sizes;
    }

    @Test
    void isNormalStressedAndCalmInTurn() {
        List<Double> found = multipliers(new VolatilityRegime(CONFIG), sizes(40, 5, 60));
        assertThat(found.subList(0, 40)).containsOnly(1.0);
        assertThat(found.get(40)).as("ratio √(5.8 / 2.2) = 1.62").isEqualTo(0.5);
        assertThat(found.subList(40, 45)).containsOnly(0.5);
        assertThat(found.getLast()).isEqualTo(2);
        assertThat(found.subList(45, 105)).contains(1.0);
    }

    /** After one large return the ratio falls through 1.5 but the stress ends only below 1.25. */
    @Test
    void staysStressedUntilHalfWayBack() {
        List<Double> found = multipliers(new VolatilityRegime(CONFIG), new double[] {
            0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01,
            0.01, 0.01, 0.05, 0.01, 0.01, 0.01, 0.01
        });
        // fast/slow after the shock: 5.8/2.2, 4.84/2.14, 4.072/2.083, 3.458/2.029, 2.966/1.977: 1.62, 1.50, 1.40, 1.31,
        // 1.22
        assertThat(found.subList(20, 25)).containsExactly(0.5, 0.5, 0.5, 0.5, 1.0);
    }

    @Test
    void whatDoesNotMoveIsNormalWhateverTheThresholds() {
        VolatilityRegime.Config tight = new VolatilityRegime.Config(0.8, 0.95, 1, 1, 2, 0.5);
        assertThat(multipliers(new VolatilityRegime(tight), new double[40])).containsOnly(1.0);
    }

    @Test
    void doesNotJudgeByTooFewReturns() {
        assertThat(multipliers(new VolatilityRegime(CONFIG), sizes(10, 9, 0))).containsOnly(1.0);
    }
}
