package catallaxy.agents.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RankCorrelationTest {
    @Test
    void theSameOrderIsOneAndTheOppositeMinusOne() {
        double[] values = {3, -1, 100, 7};
        assertThat(RankCorrelation.of(values, new double[] {0.3, 0.1, 0.9, 0.4}))
                .isEqualTo(1);
        assertThat(RankCorrelation.of(values, new double[] {-3, 1, -100, -7})).isEqualTo(-1);
    }

    /** Without ties 1 − 6 Σ d² / (n (n² − 1)). */
    @Test
    void withoutTiesItIsTheTextbookFormula() {
        double[] some = {106, 100, 86, 101, 99, 103, 97, 113, 112, 110};
        double[] others = {7, 27, 2, 50, 28, 29, 20, 12, 6, 17};
        assertThat(RankCorrelation.of(some, others)).isCloseTo(1 - 6 * 194 / 990.0, within(1e-12));
    }

    @Test
    void equalValuesShareTheirRank() {
        // ranks 0.5 0.5 2 3 and 0 1 2 3
        double expected = 4.5 / Math.sqrt(4.5 * 5);
        assertThat(RankCorrelation.of(new double[] {1, 1, 2, 3}, new double[] {1, 2, 3, 4}))
                .isCloseTo(expected, within(1e-12));
        assertThat(RankCorrelation.of(new double[] {1, 1}, new double[] {1, 2})).isNaN();
    }

    @Test
    void otherThingsAreRefused() {
        assertThatThrownBy(() -> RankCorrelation.of(new double[2], new double[3]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
