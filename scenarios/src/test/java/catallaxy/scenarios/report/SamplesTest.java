package catallaxy.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class SamplesTest {

    private static Samples walk(long seed, int length) {
        var random = new SplittableRandom(seed);
        var buffer = new SampleBuffer();
        double value = 0;
        for (int i = 0; i < length; i++) {
            value += random.nextGaussian();
            buffer.add(i + random.nextDouble(), random.nextInt(5_000) == 0 ? 100 * value : value);
        }
        return buffer.exactly();
    }

    private static double[] range(Samples samples) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < samples.size(); i++) {
            low = Math.min(low, samples.value(i));
            high = Math.max(high, samples.value(i));
        }
        return new double[] {low, high};
    }

    @Test
    void thinningKeepsExtremesEndsAndOrder() {
        for (long seed = 0; seed < 50; seed++) {
            Samples all = walk(seed, 10_000);
            Samples few = all.thinned(100);
            assertThat(few.size()).as("seed %d", seed).isBetween(100, 400);
            assertThat(range(few)).as("seed %d", seed).containsExactly(range(all));
            assertThat(few.firstValue()).as("seed %d", seed).isEqualTo(all.firstValue());
            assertThat(few.lastValue()).as("seed %d", seed).isEqualTo(all.lastValue());
            for (int i = 1; i < few.size(); i++) {
                assertThat(few.seconds(i)).as("seed %d", seed).isGreaterThan(few.seconds(i - 1));
            }
        }
    }

    @Test
    void aSpikeOfOneSampleInAMillionSurvives() {
        var buffer = new SampleBuffer();
        for (int i = 0; i < 1_000_000; i++) {
            buffer.add(i, i == 777_777 ? 1e6 : Math.floorMod(i, 7));
        }
        Samples kept = buffer.exactly();
        assertThat(kept.size()).isLessThanOrEqualTo(16_384);
        assertThat(range(kept.thinned(64))).containsExactly(0, 1e6);
        assertThat(kept.lastSeconds()).isEqualTo(999_999);
    }

    @Test
    void leavesOutWhatIsNotFiniteOrGoesBack() {
        var buffer = new SampleBuffer();
        buffer.add(1, 10);
        buffer.add(2, Double.NaN);
        buffer.add(Double.POSITIVE_INFINITY, 3);
        buffer.add(0.5, 4);
        buffer.add(1, 11);
        assertThat(buffer.exactly().size()).isEqualTo(2);
    }

    @Test
    void thinningOneInstantKeepsFour() {
        var buffer = new SampleBuffer();
        for (int i = 0; i < 100; i++) {
            buffer.add(5, i % 10);
        }
        assertThat(buffer.exactly().thinned(2).size()).isLessThanOrEqualTo(4);
    }

    @Test
    void aValueHoldsUntilTheNextSample() {
        Samples samples = walk(3, 200);
        var random = new SplittableRandom(3);
        for (int i = 0; i < 500; i++) {
            double second = random.nextDouble(-5, 205);
            double expected = Double.NaN;
            for (int j = 0; j < samples.size() && samples.seconds(j) <= second; j++) {
                expected = samples.value(j);
            }
            assertThat(Double.valueOf(samples.valueAt(second)))
                    .as("at %s", second)
                    .isEqualTo(Double.valueOf(expected));
        }
        assertThat(samples.valueAt(samples.seconds(7))).isEqualTo(samples.value(7));
        assertThat(samples.valueAt(samples.firstSeconds() - 1e-9)).isNaN();
    }

    @Test
    void ofNothingAllIsUnknown() {
        assertThat(Samples.NONE.isEmpty()).isTrue();
        assertThat(Samples.NONE.valueAt(0)).isNaN();
        assertThat(Samples.NONE.firstSeconds()).isNaN();
        assertThat(Samples.NONE.lastValue()).isNaN();
        assertThat(Samples.NONE.thinned(1).size()).isZero();
        assertThat(new SampleBuffer().isEmpty()).isTrue();
    }

    @Test
    void samplesAreCopiesAndMultiplesAreNew() {
        double[] seconds = {1, 2, 99};
        double[] values = {3, 0, 99};
        Samples samples = new Samples(seconds, values, 2);
        values[0] = -1;
        assertThat(samples.size()).isEqualTo(2);
        assertThat(samples.firstValue()).isEqualTo(3);
        assertThat(samples.times(-2).firstValue()).isEqualTo(-6);
        assertThat(samples.times(-2).lastSeconds()).isEqualTo(2);
        assertThat(samples.firstValue()).isEqualTo(3);
        assertThat(samples.isZero()).isFalse();
        assertThat(samples.times(0).isZero()).isTrue();
    }
}
