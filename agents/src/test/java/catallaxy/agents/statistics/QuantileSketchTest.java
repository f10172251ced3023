package catallaxy.agents.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Against the sorted values. */
final class QuantileSketchTest {
    private static double[] values(int number) {
        RandomStream random = RandomStream.of(number, "test/sketch");
        double[] values = new double[number];
        Arrays.setAll(values, _ -> random.nextGaussian() * Math.exp(4 * random.nextGaussian()) * 1e-4);
        return values;
    }

    @Test
    void everyQuantileIsWithinATenthOfAPercent() {
        for (int number : new int[] {1, 2, 19, 20, 1000, 20_000}) {
            double[] values = values(number);
            QuantileSketch sketch = new QuantileSketch();
            Arrays.stream(values).forEach(sketch::add);
            Arrays.sort(values);
            for (double share : new double[] {0.001, 0.05, 0.25, 0.5, 0.95, 1}) {
                int rank = Math.max(1, (int) Math.ceil(share * number));
                double exact = values[rank - 1];
                assertThat(sketch.quantile(share)).isCloseTo(exact, within(2.1e-3 * Math.abs(exact)));
                double mean = Arrays.stream(values).limit(rank).average().orElseThrow();
                assertThat(sketch.meanUpTo(share)).isCloseTo(mean, within(2.1e-3 * Math.abs(values[0])));
            }
            assertThat(sketch.number()).isEqualTo(number);
        }
    }

    @Test
    void theOrderDoesNotMatter() {
        double[] values = values(500);
        QuantileSketch there = new QuantileSketch();
        QuantileSketch back = new QuantileSketch();
        for (int i = 0; i < values.length; i++) {
            there.add(values[i]);
            back.add(values[values.length - 1 - i]);
        }
        assertThat(there.quantile(0.05)).isCloseTo(back.quantile(0.05), within(1e-15));
    }

    @Test
    void nothingHasNoQuantileAndWhatIsNoNumberIsLeftOut() {
        QuantileSketch sketch = new QuantileSketch();
        sketch.add(Double.NaN);
        sketch.add(Double.POSITIVE_INFINITY);
        assertThat(sketch.quantile(0.5)).isNaN();
        assertThat(sketch.meanUpTo(0.5)).isNaN();
        sketch.add(0);
        assertThat(sketch.quantile(0.5)).isZero();
    }
}
