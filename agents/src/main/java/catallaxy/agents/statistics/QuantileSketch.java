package catallaxy.agents.statistics;

import java.util.TreeMap;

/**
 * Quantiles of any number of values in bounded memory, each within 0.1 % of a value that has the rank: counts and sums in buckets
 * whose bounds grow geometrically, for positive and negative values apart. The result does not depend on the order of the values.
 * Masson, Rim and Lee 2019, https://arxiv.org/abs/1908.10693. Owned by one thread.
 */
public final class QuantileSketch {
    private static final double ACCURACY = 1e-3;
    private static final double LOG_GROWTH = StrictMath.log((1 + ACCURACY) / (1 - ACCURACY));
    /** Values nearer to 0 count as 0. */
    private static final double SMALLEST = 1e-15;

    /** By the index of the bucket, in the order of the values: negative ones below 0, positive ones above. */
    private final TreeMap<Integer, Bucket> buckets = new TreeMap<>();

    private long number;

    private static final class Bucket {
        long number;
        double sum;

        double mean() {
            return sum / number;
        }
    }

    /** A sketch of nothing. */
    public QuantileSketch() {}

    /** Takes a value; one that is not finite is left out. */
    public void add(double value) {
        if (Double.isFinite(value)) {
            Bucket bucket = buckets.computeIfAbsent(index(value), _ -> new Bucket());
            bucket.number++;
            bucket.sum += value;
            number++;
        }
    }

    private static int index(double value) {
        double size = Math.abs(value);
        if (size < SMALLEST) {
            return 0;
        }
        int index = 1 + (int) Math.floor(StrictMath.log(size / SMALLEST) / LOG_GROWTH);
        return value < 0 ? -index : index;
    }

    /** Values taken so far. */
    public long number() {
        return number;
    }

    /**
     * The value below which a share of all lie: the mean of the bucket in which the value of rank {@code ⌈share · number⌉} is;
     * {@code NaN} of nothing.
     *
     * @param share in (0, 1]
     */
    public double quantile(double share) {
        long left = rank(share);
        for (Bucket bucket : buckets.values()) {
            left -= bucket.number;
            if (left <= 0) {
                return bucket.mean();
            }
        }
        return Double.NaN;
    }

    /** Mean of the values up to the quantile, that one included; {@code NaN} of nothing. */
    public double meanUpTo(double share) {
        long ranked = rank(share);
        long left = ranked;
        double sum = 0;
        for (Bucket bucket : buckets.values()) {
            long taken = Math.min(left, bucket.number);
            sum += taken * bucket.mean();
            left -= taken;
            if (left <= 0) {
                return sum / ranked;
            }
        }
        return Double.NaN;
    }

    private long rank(double share) {
        return Math.max(1, (long) Math.ceil(share * number));
    }
}
