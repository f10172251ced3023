package catallaxy.agents.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.risk.TailRisk;
import catallaxy.environment.base.random.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class ReturnHistoryTest {
    private static double[] values(int n, double deviation) {
        RandomStream random = RandomStream.of(9, "values");
        double[] values = new double[n];
        values[0] = 1_000;
        for (int i = 1; i < n; i++) {
            values[i] = values[i - 1] * (1 + deviation * random.nextGaussian());
        }
        return values;
    }

    private static ReturnHistory after(double[] values) {
        ReturnHistory history = new ReturnHistory();
        for (double value : values) {
            assertThat(history.next(value).tail().valueAtRisk()).isFinite();
        }
        return history;
    }

    @Test
    void theTailIsThatOfTheLast240Returns() {
        double[] values = values(400, 0.002);
        double[] last = new double[240];
        for (int i = 0; i < last.length; i++) {
            last[i] = values[160 + i] / values[159 + i] - 1;
        }
        assertThat(after(values).tail()).isEqualTo(TailRisk.historical(last, 0.975));
        assertThat(after(Arrays.copyOf(values, 60)).tail()).isEqualTo(new TailRisk(0, 0));
        assertThat(after(Arrays.copyOf(values, 61)).tail().valueAtRisk()).isPositive();
    }

    /** The relative error of a deviation of so few effective returns is about 0.13 times the square root of a half. */
    @Test
    void theDeviationIsThatOfTheReturns() {
        assertThat(after(values(2_000, 0.002)).deviation()).isCloseTo(0.002, within(0.0008));
        assertThat(after(new double[] {100, 101}).deviation()).isCloseTo(0.01, within(1e-12));
        assertThat(after(new double[] {100}).deviation()).isZero();
    }

    @Test
    void theRegimeIsTheLogarithmOfPresentOverUsualDeviation() {
        ReturnHistory history = after(values(500, 0.001));
        assertThat(history.regime()).isBetween(-0.5, 0.5);
        double value = 1_000;
        history = after(new double[] {});
        for (int i = 0; i < 300; i++) {
            value *= i % 2 == 0 ? 1.001 : 0.999;
            history.next(value);
        }
        assertThat(history.regime()).isCloseTo(0, within(0.01));
        for (int i = 0; i < 20; i++) {
            value *= i % 2 == 0 ? 1.004 : 0.996;
            history.next(value);
        }
        assertThat(history.regime()).isGreaterThan(0.4);
    }
}
