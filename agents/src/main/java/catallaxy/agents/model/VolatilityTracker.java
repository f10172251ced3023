package catallaxy.agents.model;

import catallaxy.environment.base.check.Checks;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The realised volatility of one price over the latest 1, 4, 24 and 168 hours: {@code σ = √(Σ r² / T)} with r the logarithmic
 * returns between samples and T the time between the first and the last one in days, so that all are fractions per root of a day.
 *
 * <p>Its level is that of the last hour, or of a forecast; its trend compares the last hour with the last day. Prices closer together
 * than the sampling interval are left out, for the sake of memory and because prices of venues bounce. A lookback that is not yet
 * full counts from the first sample. Mutable, one owner.
 */
public final class VolatilityTracker {
    /** The lookbacks, hours. */
    public static final List<Integer> LOOKBACK_HOURS = List.of(1, 4, 24, 168);

    /** Below so many returns there is no volatility. */
    static final int FEWEST = 10;

    private static final long HOUR_NANOS = 3_600_000_000_000L;
    private static final double DAY_SECONDS = 86_400;
    private static final double NANOS = 1e9;

    private final long intervalNanos;
    private final HourlyVariance hours;
    private long[] times = new long[256];
    /** Squared returns up to each time, added up. */
    private double[] sums = new double[256];

    private int size;
    private double price;

    /**
     * A tracker that has seen nothing.
     *
     * @param intervalNanos smallest time between two samples
     */
    public VolatilityTracker(long intervalNanos) {
        this(intervalNanos, new HourlyVariance());
    }

    private VolatilityTracker(long intervalNanos, HourlyVariance hours) {
        Checks.inRange("intervalNanos", intervalNanos, 1, HOUR_NANOS);
        this.intervalNanos = intervalNanos;
        this.hours = hours;
    }

    /**
     * Takes a price into account.
     *
     * @param now  not before the latest one, ns
     * @param seen positive; others are left out
     * @return whether it became a sample
     */
    public boolean add(long now, double seen) {
        if (!(seen > 0) || (size > 0 && now - times[size - 1] < intervalNanos)) {
            return false;
        }
        double squared = 0;
        if (size > 0) {
            double move = StrictMath.log(seen / price);
            squared = move * move;
            hours.add(now, squared, (now - times[size - 1]) / NANOS);
        }
        makeRoom(now);
        sums[size] = size > 0 ? sums[size - 1] + squared : 0;
        times[size] = now;
        size++;
        price = seen;
        return true;
    }

    private void makeRoom(long now) {
        if (size < times.length) {
            return;
        }
        int gone = since(now - LOOKBACK_HOURS.getLast() * HOUR_NANOS);
        if (gone > size / 2) {
            System.arraycopy(times, gone, times, 0, size - gone);
            System.arraycopy(sums, gone, sums, 0, size - gone);
            size -= gone;
        } else {
            times = Arrays.copyOf(times, 2 * size);
            sums = Arrays.copyOf(sums, 2 * size);
        }
    }

    /** The first sample at or after a time. */
    private int since(long time) {
        int found = Arrays.binarySearch(times, 0, size, time);
        return found >= 0 ? found : -found - 1;
    }

    /** Volatility over the latest hours, a fraction per root of a day; empty while there are too few returns. */
    public OptionalDouble perDay(int lookbackHours) {
        if (size == 0) {
            return OptionalDouble.empty();
        }
        int last = size - 1;
        int first = since(times[last] - lookbackHours * HOUR_NANOS);
        if (last - first < FEWEST) {
            return OptionalDouble.empty();
        }
        double days = (times[last] - times[first]) / NANOS / DAY_SECONDS;
        return OptionalDouble.of(StrictMath.sqrt(Math.max(0, sums[last] - sums[first]) / days));
    }

    /** How much the price moves: the level of the last hour; calm while nothing is known. */
    public VolatilityLevel level() {
        return VolatilityLevel.of(perDay(LOOKBACK_HOURS.getFirst()).orElse(0));
    }

    /** Where volatility goes: the last hour against the last day; steady while nothing is known. */
    public VolatilityTrend trend() {
        return VolatilityTrend.of(perDay(1).orElse(0), perDay(24).orElse(0));
    }

    /** The hours of the day in which the price moves little; none before a whole day was seen. */
    public List<HourWindow> favourable() {
        return hours.calm();
    }

    /** An independent tracker that has seen the same. */
    public VolatilityTracker copy() {
        VolatilityTracker copy = new VolatilityTracker(intervalNanos, hours.copy());
        copy.times = times.clone();
        copy.sums = sums.clone();
        copy.size = size;
        copy.price = price;
        return copy;
    }
}
