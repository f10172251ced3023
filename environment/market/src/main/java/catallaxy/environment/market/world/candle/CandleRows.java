package catallaxy.environment.market.world.candle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The rows of a candle file as they were read: flat growing columns. Filled once, then only read, but for times that are told apart. */
final class CandleRows {
    private static final int VALUES = 5;
    private static final int INITIAL = 64;

    private long[] times = new long[INITIAL];
    private double[] values = new double[INITIAL * VALUES];
    private int[] lines = new int[INITIAL];
    private int size;

    void add(int line, long time, double[] candle) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            values = Arrays.copyOf(values, 2 * size * VALUES);
            lines = Arrays.copyOf(lines, 2 * size);
        }
        times[size] = time;
        System.arraycopy(candle, 0, values, size * VALUES, VALUES);
        lines[size] = line;
        size++;
    }

    int size() {
        return size;
    }

    long time(int row) {
        return times[row];
    }

    /** Makes a row's time a later one. */
    void delay(int row, long nanos) {
        times[row] += nanos;
    }

    /** The first time of all; there is a row. */
    long earliest() {
        return Arrays.stream(times, 0, size).min().orElseThrow();
    }

    /** The last time of all; there is a row. */
    long latest() {
        return Arrays.stream(times, 0, size).max().orElseThrow();
    }

    int line(int row) {
        return lines[row];
    }

    /** Open, high, low, close or volume: 0 to 4. */
    double value(int row, int column) {
        return values[row * VALUES + column];
    }

    boolean sameCandle(int left, int right) {
        return Arrays.equals(values, left * VALUES, (left + 1) * VALUES, values, right * VALUES, (right + 1) * VALUES);
    }

    /** The direction in which most steps from row to row go; ascending where neither prevails. */
    RowOrder order() {
        int balance = 0;
        for (int i = 1; i < size; i++) {
            balance += Long.compare(times[i], times[i - 1]);
        }
        return balance >= 0 ? RowOrder.ASCENDING : RowOrder.DESCENDING;
    }

    /** The lines whose time steps back from the row before them, seen in {@code order}. */
    List<Integer> misplacedLines(RowOrder order) {
        int backwards = order == RowOrder.ASCENDING ? -1 : 1;
        List<Integer> misplaced = new ArrayList<>();
        for (int i = 1; i < size; i++) {
            if (Long.compare(times[i], times[i - 1]) == backwards) {
                misplaced.add(lines[i]);
            }
        }
        return misplaced;
    }

    /** The rows in time order; rows of one time keep the order of the file. */
    int[] inTimeOrder() {
        IntStream rows = IntStream.range(0, size);
        if (order() == RowOrder.ASCENDING && misplacedLines(RowOrder.ASCENDING).isEmpty()) {
            return rows.toArray();
        }
        Comparator<Integer> byTime = Comparator.comparingLong(row -> times[row]);
        return rows.boxed().sorted(byTime).mapToInt(Integer::intValue).toArray();
    }
}
