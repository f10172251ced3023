package catallaxy.scenarios.bench;

import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.function.LongSupplier;

/**
 * How the cost of something grows with its size: in each round it is done at every size, and the figure is the largest slope of the
 * logarithm of its time between neighbouring sizes. 1 is proportional; a fixed part makes it less, what looks at everything again for each
 * thing makes it 2. Small sizes are done several times, so that every time is long enough to be told.
 */
final class Growth implements Workload {
    private final LongSupplier clock;
    private final List<Integer> sizes;
    private final IntToLongFunction work;
    private double largestSlope = Double.NaN;

    /**
     * A growth.
     *
     * @param clock nanoseconds since whenever
     * @param sizes rising, at least two
     * @param work  does it all at a size; a checksum
     */
    Growth(LongSupplier clock, List<Integer> sizes, IntToLongFunction work) {
        if (sizes.size() < 2) {
            throw new IllegalArgumentException("sizes: expected at least two, found " + sizes);
        }
        this.clock = clock;
        this.sizes = List.copyOf(sizes);
        this.work = work;
    }

    /** Does it at every size, so many times. */
    @Override
    public long run(int operations) {
        long checksum = 0;
        double[] nanos = new double[sizes.size()];
        for (int i = 0; i < nanos.length; i++) {
            int times = operations * Math.max(1, Math.min(10, sizes.getLast() / sizes.get(i) / 4));
            long start = clock.getAsLong();
            for (int again = 0; again < times; again++) {
                checksum = checksum * 31 + work.applyAsLong(sizes.get(i));
            }
            nanos[i] = (double) Math.max(1, clock.getAsLong() - start) / times;
        }
        largestSlope = largestSlope(nanos);
        return checksum;
    }

    private double largestSlope(double[] nanos) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 1; i < nanos.length; i++) {
            double grown = (double) sizes.get(i) / sizes.get(i - 1);
            largest = Math.max(largest, Math.log(nanos[i] / nanos[i - 1]) / Math.log(grown));
        }
        return largest;
    }

    @Override
    public double figure() {
        return largestSlope;
    }
}
