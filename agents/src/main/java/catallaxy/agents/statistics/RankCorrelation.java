package catallaxy.agents.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Whether two measurements put the same things in the same order: Spearman's ρ, the correlation of ranks. Equal values share the mean of
 * their ranks. Spearman 1904, https://doi.org/10.2307/1412159.
 */
public final class RankCorrelation {
    private RankCorrelation() {}

    /**
     * The correlation.
     *
     * @param some   {@code [N]}
     * @param others {@code [N]}, of the same things
     * @return from −1 for the opposite order to 1 for the same; NaN where all values of one are equal
     */
    public static double of(double[] some, double[] others) {
        if (some.length != others.length) {
            throw new IllegalArgumentException(some.length + " values and " + others.length + " of the same things");
        }
        double[] x = ranks(some);
        double[] y = ranks(others);
        double mean = (some.length - 1) / 2.0;
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - mean) * (y[i] - mean);
            xx += (x[i] - mean) * (x[i] - mean);
            yy += (y[i] - mean) * (y[i] - mean);
        }
        return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : Double.NaN;
    }

    private static double[] ranks(double[] values) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = new double[values.length];
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            double shared = (from + to - 1) / 2.0;
            Arrays.stream(order, from, to).forEach(i -> ranks[i] = shared);
            from = to;
        }
        return ranks;
    }
}
