package catallaxy.environment.market.world.candle;

import catallaxy.environment.base.check.Checks;

/**
 * The candles of one asset in time order: immutable, in flat arrays.
 *
 * <p>Times are nanoseconds since 1970-01-01T00:00Z. Candle i covers
 * [{@code openTime(i)}, {@code closeTime(i)}) and does not overlap the next one; it closes when the next one opens, or a period
 * after its opening where candles are missing: then there is a gap. Prices are in quote-currency units, positive, {@code low ≤ open, close ≤ high}; volume is in
 * units of the asset or NaN where it is unknown.
 */
public final class CandleSeries {
    private final CandlePeriod period;
    private final long[] openTimes;
    private final long[] closeTimes;
    private final double[] opens;
    private final double[] highs;
    private final double[] lows;
    private final double[] closes;
    private final double[] volumes;

    /** Takes copies of the columns, all of one length. */
    private CandleSeries(CandlePeriod period, long[] openTimes, double[][] columns) {
        this.period = period;
        this.openTimes = openTimes.clone();
        this.closeTimes = closeTimes(period, openTimes);
        this.opens = columns[0].clone();
        this.highs = columns[1].clone();
        this.lows = columns[2].clone();
        this.closes = columns[3].clone();
        this.volumes = columns[4].clone();
    }

    private static long[] closeTimes(CandlePeriod period, long[] openTimes) {
        long[] closeTimes = new long[openTimes.length];
        for (int i = 0; i < closeTimes.length; i++) {
            boolean adjoins = i + 1 < closeTimes.length && period.between(openTimes[i], openTimes[i + 1]) == 1;
            closeTimes[i] = adjoins ? openTimes[i + 1] : period.next(openTimes[i]);
        }
        return closeTimes;
    }

    /**
     * A series of candles of one length, as {@link #of(CandlePeriod, long[], double[][])}.
     *
     * @param columns {@code [5][N]}: open, high, low, close, volume
     */
    public static CandleSeries of(long intervalNanos, long[] openTimes, double[]... columns) {
        return of(CandlePeriod.ofNanos(intervalNanos), openTimes, columns);
    }

    /**
     * A series of copies of these columns.
     *
     * @param columns {@code [5][N]}: open, high, low, close, volume
     * @throws IllegalArgumentException if there is no candle, the lengths differ, times overlap or prices are impossible
     */
    public static CandleSeries of(CandlePeriod period, long[] openTimes, double[]... columns) {
        Checks.that(openTimes.length > 0, "candles", "at least one", "none");
        Checks.that(columns.length == 5, "columns", "5", columns.length);
        for (double[] column : columns) {
            Checks.that(column.length == openTimes.length, "column", openTimes.length + " values", column.length);
        }
        CandleSeries series = new CandleSeries(period, openTimes, columns);
        for (int i = 0; i < series.size(); i++) {
            series.requireSound(i);
        }
        return series;
    }

    /** The number of candles, at least 1. */
    public int size() {
        return openTimes.length;
    }

    /** The length of the candles. */
    public CandlePeriod period() {
        return period;
    }

    /** When candle i opens, its first nanosecond. */
    public long openTime(int i) {
        return openTimes[i];
    }

    /** The first price of candle i, quote units. */
    public double open(int i) {
        return opens[i];
    }

    /** The highest price of candle i, quote units. */
    public double high(int i) {
        return highs[i];
    }

    /** The lowest price of candle i, quote units. */
    public double low(int i) {
        return lows[i];
    }

    /** The last price of candle i, quote units. */
    public double close(int i) {
        return closes[i];
    }

    /** What was traded in candle i, units of the asset; NaN where it is unknown. */
    public double volume(int i) {
        return volumes[i];
    }

    /** The opening time of the first candle. */
    public long startTime() {
        return openTimes[0];
    }

    /** The closing time of the last candle. */
    public long endTime() {
        return closeTime(size() - 1);
    }

    /** When candle i closes, the first nanosecond that is no longer its own. */
    public long closeTime(int i) {
        return closeTimes[i];
    }

    /** Whether candles are missing between candle i and the next one. */
    public boolean gapAfter(int i) {
        return i + 1 < size() && openTimes[i + 1] > closeTime(i);
    }

    /** The last candle that has opened by {@code time}, or −1 before the first. */
    public int indexAt(long time) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (openTimes[middle] <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    private void requireSound(int i) {
        boolean ordered = i == 0 || period.between(openTimes[i - 1], openTimes[i]) > 0;
        Checks.that(ordered, "open time of candle " + i, "not before the end of the previous", openTimes[i]);
        double least = StrictMath.min(opens[i], closes[i]);
        double most = StrictMath.max(opens[i], closes[i]);
        boolean bounded = lows[i] > 0 && lows[i] <= least && most <= highs[i] && highs[i] < Double.POSITIVE_INFINITY;
        Checks.that(
                bounded,
                "candle " + i,
                "0 < low ≤ open, close ≤ high",
                opens[i] + ", " + highs[i] + ", " + lows[i] + ", " + closes[i]);
        Checks.that(!(volumes[i] < 0), "volume of candle " + i, "not negative", volumes[i]);
    }
}
