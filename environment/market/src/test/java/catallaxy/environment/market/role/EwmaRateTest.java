package catallaxy.environment.market.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The weighted mean of a rate. */
class EwmaRateTest {
    private final double[] memory = new double[1 + EwmaRate.SLOTS];

    @Test
    void aSteadyFlowIsItsRateFromTheFirstOn() {
        assertThat(EwmaRate.mean(memory, 1)).isZero();
        for (int i = 0; i < 5; i++) {
            EwmaRate.add(memory, 1, 3, 1.5, 10);
            assertThat(EwmaRate.mean(memory, 1)).isCloseTo(2, within(1e-12));
        }
        EwmaRate.add(memory, 1, 100, 0, 10);
        assertThat(EwmaRate.mean(memory, 1)).as("no time").isCloseTo(2, within(1e-12));
        assertThat(memory[0]).isZero();
    }

    @Test
    void whatFlowedAHalfLifeAgoCountsHalf() {
        EwmaRate.add(memory, 1, 1, 1, 1);
        EwmaRate.add(memory, 1, 0, 1, 1);
        assertThat(EwmaRate.mean(memory, 1)).isCloseTo(1 / 3.0, within(1e-12));
    }
}
