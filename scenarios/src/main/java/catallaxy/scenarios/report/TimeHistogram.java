package catallaxy.scenarios.report;

import java.util.Arrays;
import java.util.List;

/**
 * Counts per interval of simulated time, from time 0. The interval is a round one and widens by itself so that no more
 * than {@link #MOST} are in use. One thread.
 */
final class TimeHistogram {

    static final int MOST = 96;

    private static final long[] WIDTHS = {
        1,
        5,
        10,
        30,
        60,
        300,
        900,
        1_800,
        3_600,
        10_800,
        21_600,
        43_200,
        86_400,
        604_800,
        2_419_200,
        31_449_600,
        314_496_000,
        3_144_960_000L,
        314_496_000_000L
    };

    private long[] counts = new long[MOST];
    private int width;

    /** Counts one event; negative, missing and absurdly late times are left out. */
    void add(double seconds) {
        if (!(seconds >= 0 && seconds < MOST * (double) WIDTHS[WIDTHS.length - 1])) {
            return;
        }
        while (seconds >= MOST * (double) WIDTHS[width]) {
            widen();
        }
        counts[(int) (seconds / WIDTHS[width])]++;
    }

    /** Length of the interval, in seconds. */
    long widthSeconds() {
        return WIDTHS[width];
    }

    /** Counts per interval of {@code seconds}, which must be the length of this or a wider one. */
    List<Long> counts(long seconds) {
        while (WIDTHS[width] < seconds) {
            widen();
        }
        return Arrays.stream(counts).boxed().toList();
    }

    private void widen() {
        var wider = new long[MOST];
        int factor = (int) (WIDTHS[width + 1] / WIDTHS[width]);
        for (int i = 0; i < MOST; i++) {
            wider[i / factor] += counts[i];
        }
        counts = wider;
        width++;
    }
}
