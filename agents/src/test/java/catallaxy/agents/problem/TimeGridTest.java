package catallaxy.agents.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeGridTest {
    @ParameterizedTest
    @CsvSource({"1, 1, 1", "1, 0.005, 200", "10, 0.1, 100", "0.3, 0.1, 3", "1e-9, 1e-9, 1", "7, 7e-6, 1000000"})
    void countsTheSteps(double horizon, double dt, int steps) {
        assertThat(TimeGrid.steps(horizon, dt)).isEqualTo(steps);
    }

    /** Decimal steps are not exact in binary, and still are whole. */
    @Test
    void everyTenthAndThousandthIsWhole() {
        for (int n = 1; n <= 1000; n++) {
            assertThat(TimeGrid.steps(n * 0.1, 0.1)).isEqualTo(n);
            assertThat(TimeGrid.steps(n * 0.001, 0.001)).isEqualTo(n);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0.3, dt: expected a whole number of steps in horizon 1.0",
        "1, 0.99999, dt: expected a whole number of steps in horizon 1.0",
        "1, 1.5, dt: ",
        "1, 9e-7, dt: ",
        "1, 0, dt: ",
        "1, -0.5, dt: ",
        "1, NaN, dt: ",
        "0, 0.1, horizon: ",
        "-1, 0.1, horizon: ",
        "Infinity, 0.1, horizon: "
    })
    void namesWhatIsWrong(double horizon, double dt, String message) {
        assertThatThrownBy(() -> TimeGrid.steps(horizon, dt))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message.strip());
    }
}
