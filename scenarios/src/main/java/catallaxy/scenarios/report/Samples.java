package catallaxy.scenarios.report;

import java.util.Arrays;

/**
 * A time series: values at non-decreasing times in simulated seconds. Immutable.
 *
 * <p>{@link #thinned} keeps the first, lowest, highest and last value of each of {@code buckets} equal slices of time,
 * which draws the same line on a screen as many pixels wide: a spike of one sample survives. The idea is M4
 * aggregation, Jugel et al. 2014, https://doi.org/10.14778/2732951.2732953.
 */
public final class Samples {

    /** No samples. */
    public static final Samples NONE = new Samples(new double[0], new double[0], 0);

    private final double[] seconds;
    private final double[] values;

    /** Copies the first {@code size} elements of both arrays. */
    public Samples(double[] seconds, double[] values, int size) {
        this.seconds = Arrays.copyOf(seconds, size);
        this.values = Arrays.copyOf(values, size);
    }

    /** How many. */
    public int size() {
        return seconds.length;
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return seconds.length == 0;
    }

    /** The time of the sample at {@code index}, simulated seconds. */
    public double seconds(int index) {
        return seconds[index];
    }

    /** The value of the sample at {@code index}. */
    public double value(int index) {
        return values[index];
    }

    /** Whether every value is 0, as the equity of an agent that owns nothing. */
    public boolean isZero() {
        return Arrays.stream(values).allMatch(value -> value == 0);
    }

    /** The value of the last sample that is not after {@code second}; {@code NaN} before the first. */
    public double valueAt(double second) {
        int found = Arrays.binarySearch(seconds, second);
        while (found >= 0 && found + 1 < seconds.length && seconds[found + 1] == second) {
            found++;
        }
        int index = found >= 0 ? found : -found - 2;
        return index >= 0 ? values[index] : Double.NaN;
    }

    /** The time of the first sample; {@code NaN} where there is none. */
    public double firstSeconds() {
        return isEmpty() ? Double.NaN : seconds[0];
    }

    /** The time of the last sample; {@code NaN} where there is none. */
    public double lastSeconds() {
        return isEmpty() ? Double.NaN : seconds[size() - 1];
    }

    /** The first value; {@code NaN} where there is none. */
    public double firstValue() {
        return isEmpty() ? Double.NaN : values[0];
    }

    /** The last value; {@code NaN} where there is none. */
    public double lastValue() {
        return isEmpty() ? Double.NaN : values[size() - 1];
    }

    /** These samples with every value multiplied by {@code factor}. */
    public Samples times(double factor) {
        return new Samples(
                seconds, Arrays.stream(values).map(value -> value * factor).toArray(), size());
    }

    /** At most {@code 4 * buckets} of these samples, all extremes among them; these samples where they are as few. */
    Samples thinned(int buckets) {
        return size() <= 4 * buckets ? this : new Thinning(this, buckets).samples();
    }

    /** One pass over a series that keeps four samples of each bucket. */
    private static final class Thinning {

        private final Samples all;
        private final double start;
        private final double perSecond;
        private final int lastBucket;
        private final SampleBuffer kept = new SampleBuffer();

        Thinning(Samples all, int buckets) {
            this.all = all;
            this.start = all.firstSeconds();
            double span = all.lastSeconds() - start;
            this.perSecond = span > 0 ? buckets / span : 0;
            this.lastBucket = buckets - 1;
        }

        Samples samples() {
            int from = 0;
            for (int i = 1; i <= all.size(); i++) {
                if (i == all.size() || bucket(i) != bucket(from)) {
                    keep(from, i - 1);
                    from = i;
                }
            }
            return kept.exactly();
        }

        private int bucket(int index) {
            return Math.min((int) ((all.seconds[index] - start) * perSecond), lastBucket);
        }

        private void keep(int first, int last) {
            int lowest = first;
            int highest = first;
            for (int i = first + 1; i <= last; i++) {
                lowest = all.values[i] < all.values[lowest] ? i : lowest;
                highest = all.values[i] > all.values[highest] ? i : highest;
            }
            keepOnce(first, Math.min(lowest, highest), Math.max(lowest, highest), last);
        }

        private void keepOnce(int... ascending) {
            int previous = -1;
            for (int index : ascending) {
                if (index != previous) {
                    kept.append(all.seconds[index], all.values[index]);
                }
                previous = index;
            }
        }
    }
}
