package catallaxy.agents.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SeedScoresTest {
    @Test
    void theIntervalEndsTwoStandardErrorsBelowTheMean() {
        SeedScores scores = new SeedScores(new double[] {1, 2, 3, 6});
        assertThat(scores.mean()).isEqualTo(3);
        assertThat(scores.standardError()).isCloseTo(Math.sqrt(14.0 / 3 / 4), within(1e-12));
        assertThat(scores.low()).isCloseTo(3 - 2 * Math.sqrt(14.0 / 12), within(1e-12));
        assertThat(scores.best()).isEqualTo(6);
    }

    @Test
    void equalScoresHaveAnIntervalOfNoWidth() {
        assertThat(SeedScores.of(5, 3, seed -> 0.5).low()).isEqualTo(0.5);
    }

    @Test
    void everySeedIsTakenOnce() {
        assertThat(SeedScores.of(5, 3, seed -> seed).scores()).containsExactly(5, 6, 7);
    }
}
