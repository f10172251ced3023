package catallaxy.agents.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MovingMeanSquareTest {
    @Test
    void isThePlainMeanAtFirstAndThenForgets() {
        MovingMeanSquare square = new MovingMeanSquare(0.75);
        assertThat(square.value()).isZero();
        for (double value : new double[] {1, -3, 2, 0}) {
            square.add(value);
        }
        assertThat(square.value()).isCloseTo((1 + 9 + 4) / 4.0, within(1e-12));
        square.add(4);
        assertThat(square.value()).isCloseTo(0.75 * 3.5 + 0.25 * 16, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0.9, 10", "0.8, 5", "0.95, 20", "0.99, 100", "0, 1"})
    void isFullAfterAsManyValuesAsItReachesBack(double decay, int reach) {
        MovingMeanSquare square = new MovingMeanSquare(decay);
        for (int seen = 0; seen < reach; seen++) {
            assertThat(square.isFull()).as("%d of %d", seen, reach).isFalse();
            square.add(1);
        }
        assertThat(square.isFull()).isTrue();
    }

    @Test
    void theRatioOfDeviations() {
        MovingMeanSquare one = new MovingMeanSquare(0.5);
        MovingMeanSquare other = new MovingMeanSquare(0.9);
        assertThat(one.deviationOver(other)).isEqualTo(1);
        one.add(3);
        other.add(2);
        assertThat(one.deviationOver(other)).isCloseTo(1.5, within(1e-12));
    }
}
