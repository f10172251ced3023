package catallaxy.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TimeHistogramTest {
    @Test
    void anIntervalHoldsItsBeginAndNotItsEnd() {
        var histogram = new TimeHistogram();
        for (double seconds : new double[] {0, 0.999, 1, 95, 95.999}) {
            histogram.add(seconds);
        }
        assertThat(histogram.widthSeconds()).isEqualTo(1);
        assertThat(histogram.counts(1))
                .hasSize(TimeHistogram.MOST)
                .startsWith(2L, 1L, 0L)
                .endsWith(0L, 2L);
        histogram.add(96);
        assertThat(histogram.widthSeconds()).isEqualTo(5);
        assertThat(histogram.counts(5).subList(18, 21)).containsExactly(0L, 3L, 0L);
    }

    @Test
    void timesThatNoHistogramHoldsAreLeftOut() {
        var histogram = new TimeHistogram();
        for (double seconds : new double[] {-1e-9, Double.NaN, Double.POSITIVE_INFINITY, 96 * 314_496_000_000d}) {
            histogram.add(seconds);
        }
        assertThat(histogram.counts(1)).containsOnly(0L);
        histogram.add(Math.nextDown(96 * 314_496_000_000d));
        assertThat(histogram.counts(1)).endsWith(1L);
        assertThat(histogram.widthSeconds()).isEqualTo(314_496_000_000L);
    }

    @Test
    void countsAreThoseOfAllTimesPutIntoTheLastIntervals() {
        for (long seed = 1; seed <= 40; seed++) {
            var random = new Random(seed);
            double longest = Math.pow(10, 1 + 10 * random.nextDouble());
            var histogram = new TimeHistogram();
            List<Double> times = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                times.add(longest * random.nextDouble());
                histogram.add(times.getLast());
            }
            long width = histogram.widthSeconds();
            assertThat(histogram.counts(width)).as("seed %d", seed).isEqualTo(counted(times, width));
        }
    }

    /** Two histograms of one chart are brought to the wider interval. */
    @Test
    void countsOfAWiderIntervalAreSumsOfTheNarrow() {
        var histogram = new TimeHistogram();
        List<Double> times = List.of(0d, 4.5, 9d, 10d, 29.5, 30d, 61d);
        times.forEach(histogram::add);
        for (long width : new long[] {1, 5, 10, 30, 60, 300}) {
            assertThat(histogram.counts(width)).as("width %d", width).isEqualTo(counted(times, width));
        }
    }

    private static List<Long> counted(List<Double> times, long width) {
        List<Long> counts = new ArrayList<>();
        for (int i = 0; i < TimeHistogram.MOST; i++) {
            int interval = i;
            counts.add(times.stream()
                    .filter(time -> Math.floor(time / width) == interval)
                    .count());
        }
        return counts;
    }
}
