package catallaxy.scenarios.report;

import java.util.Arrays;

/**
 * Collects a time series of any length in bounded memory: when full it thins itself to half or less, extremes kept.
 * Samples that are not finite or go back in time (a resumed run may repeat some) are left out. One thread.
 */
public final class SampleBuffer {

    private static final int CAPACITY = 16_384;

    private double[] seconds = new double[64];
    private double[] values = new double[64];
    private int size;

    /** Adds a sample, thinning what is there when the buffer is full. */
    public void add(double second, double value) {
        if (!Double.isFinite(second) || !Double.isFinite(value) || (size > 0 && second < seconds[size - 1])) {
            return;
        }
        if (size == CAPACITY) {
            replaceBy(exactly().thinned(CAPACITY / 8));
        }
        append(second, value);
    }

    /** Adds a sample as it is. */
    void append(double second, double value) {
        if (size == seconds.length) {
            seconds = Arrays.copyOf(seconds, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        seconds[size] = second;
        values[size] = value;
        size++;
    }

    /** Whether nothing was added. */
    public boolean isEmpty() {
        return size == 0;
    }

    /** What was kept so far. */
    public Samples exactly() {
        return new Samples(seconds, values, size);
    }

    private void replaceBy(Samples thinned) {
        for (int i = 0; i < thinned.size(); i++) {
            seconds[i] = thinned.seconds(i);
            values[i] = thinned.value(i);
        }
        size = thinned.size();
    }
}
