package catallaxy.agents.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How much a price moves at each hour of the simulated day, since the start. Mutable, one owner. */
final class HourlyVariance {
    private static final int HOURS = 24;
    private static final long HOUR_NANOS = 3_600_000_000_000L;
    /** What counts as calm: a variance of so much of the mean of all hours. */
    private static final double CALM_PART = 0.5;

    private final double[] variance = new double[HOURS];
    private final double[] seconds = new double[HOURS];

    void add(long timeNanos, double squaredReturn, double elapsedSeconds) {
        int hour = (int) (timeNanos / HOUR_NANOS % HOURS);
        variance[hour] += squaredReturn;
        seconds[hour] += elapsedSeconds;
    }

    /** The stretches of hours in which the price moves half as much or less, in variance, as on average; none before a day was seen. */
    List<HourWindow> calm() {
        List<HourWindow> windows = new ArrayList<>();
        if (Arrays.stream(seconds).anyMatch(each -> each == 0)) {
            return windows;
        }
        double mean = Arrays.stream(variance).sum() / Arrays.stream(seconds).sum();
        int from = 0;
        while (from < HOURS) {
            int to = from;
            while (to < HOURS && variance[to] / seconds[to] <= CALM_PART * mean) {
                to++;
            }
            if (to > from) {
                windows.add(new HourWindow(from, to));
            }
            from = to + 1;
        }
        return windows;
    }

    HourlyVariance copy() {
        HourlyVariance copy = new HourlyVariance();
        System.arraycopy(variance, 0, copy.variance, 0, HOURS);
        System.arraycopy(seconds, 0, copy.seconds, 0, HOURS);
        return copy;
    }
}
