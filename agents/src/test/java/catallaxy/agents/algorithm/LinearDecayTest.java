package catallaxy.agents.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinearDecayTest {
    @Test
    void fallsByOneNthFromOneUpdateToTheNext() {
        LinearDecay decay = new LinearDecay(4);
        assertThat(new double[] {decay.at(0), decay.at(1), decay.at(2), decay.at(3)})
                .containsExactly(1, 0.75, 0.5, 0.25);
    }

    @ParameterizedTest
    @CsvSource({"1, 16, 1", "15, 16, 1", "16, 16, 1", "17, 16, 2", "32, 16, 2", "33, 16, 3", "1000000, 1, 1000000"})
    void anUpdateThatPassesTheEndOfTheRunCounts(long steps, long perUpdate, long updates) {
        assertThat(LinearDecay.over(steps, perUpdate)).isEqualTo(new LinearDecay(updates));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 7, 100, 1_000_000_000_000L})
    void theFirstUpdateHasAllAndTheLastOneItsShare(long updates) {
        LinearDecay decay = new LinearDecay(updates);
        assertThat(decay.at(0)).isEqualTo(1);
        assertThat(decay.at(updates - 1))
                .isCloseTo(1.0 / updates, within(1e-15))
                .isPositive();
        assertThat(decay.at(updates)).isZero();
        assertThat(decay.at(updates + 5)).isZero();
    }

    @Test
    void allUpdatesTogetherHaveTheMeanOfAFallingLine() {
        for (long seed = 1; seed <= 50; seed++) {
            int updates = 1 + RandomStream.of(seed, "decay").nextInt(500);
            LinearDecay decay = new LinearDecay(updates);
            double sum = 0;
            for (int k = 0; k < updates; k++) {
                assertThat(decay.at(k)).isGreaterThan(decay.at(k + 1));
                sum += decay.at(k);
            }
            assertThat(sum).as("of %d updates", updates).isCloseTo((updates + 1) / 2.0, within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void aRunWithoutUpdatesHasNone(long updates) {
        assertThatThrownBy(() -> new LinearDecay(updates))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("updates: expected a positive number, found " + updates);
    }
}
