package catallaxy.environment.market.world.candle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes a series of rows in any order: sorts them, finds the interval, leaves out repetitions, reports gaps. One use. */
final class CandleAssembly {
    private final String file;
    private final CandleFormat format;
    private final CandleRows rows;
    private final BadRows badRows;
    private final List<Integer> duplicateLines = new ArrayList<>();
    private final List<CandleReport.Gap> gaps = new ArrayList<>();
    private int[] kept = new int[0];
    private int size;

    CandleAssembly(String file, CandleFormat format, CandleRows rows, BadRows badRows) {
        this.file = file;
        this.format = format;
        this.rows = rows;
        this.badRows = badRows;
    }

    CandleFile assemble(int blankRows) {
        int[] order = rows.inTimeOrder();
        long interval = format.time().intervalNanos() > 0 ? format.time().intervalNanos() : detectInterval(order);
        kept = new int[order.length];
        for (int row : order) {
            keepUnlessOverlapping(row, interval);
        }
        if (size == 0) {
            throw new CandleFileException(file, 0, "expected candles, found none");
        }
        CandleSeries series = series(interval);
        return new CandleFile(series, report(series, blankRows));
    }

    private void keepUnlessOverlapping(int row, long interval) {
        if (size > 0) {
            int previous = kept[size - 1];
            long step = rows.time(row) - rows.time(previous);
            if (step == 0 && rows.sameCandle(previous, row)) {
                duplicateLines.add(rows.line(row));
                return;
            }
            if (step < interval) {
                badRows.add(rows.line(row), overlap(previous, row, interval));
                return;
            }
            if (step > interval) {
                gaps.add(gap(previous, row, interval));
            }
        }
        kept[size++] = row;
    }

    private String overlap(int previous, int row, long interval) {
        return format.time().column() + ": expected a time " + Duration.ofNanos(interval) + " or more after "
                + instant(rows.time(previous)) + " of line " + rows.line(previous) + ", found "
                + instant(rows.time(row));
    }

    private CandleReport.Gap gap(int previous, int row, long interval) {
        long from = openTime(previous, interval) + interval;
        long to = openTime(row, interval);
        return new CandleReport.Gap(instant(from), instant(to), (to - from + interval - 1) / interval);
    }

    private CandleSeries series(long interval) {
        long[] times = new long[size];
        double[][] columns = new double[5][size];
        for (int i = 0; i < size; i++) {
            times[i] = openTime(kept[i], interval);
            for (int column = 0; column < 5; column++) {
                columns[column][i] = rows.value(kept[i], column);
            }
        }
        return CandleSeries.of(interval, times, columns);
    }

    private CandleReport report(CandleSeries series, int blankRows) {
        RowOrder order = rows.order();
        return new CandleReport(
                file,
                size,
                instant(series.startTime()),
                instant(series.openTime(size - 1)),
                Duration.ofNanos(series.intervalNanos()),
                order,
                rows.misplacedLines(order),
                blankRows,
                duplicateLines,
                gaps,
                badRows.list());
    }

    private long openTime(int row, long interval) {
        return format.time().mark().openTime(rows.time(row), interval);
    }

    /** The most common distance between neighbours, the shortest of those that are equally common. */
    private long detectInterval(int[] order) {
        long[] steps = new long[order.length];
        int count = 0;
        for (int i = 1; i < order.length; i++) {
            long step = rows.time(order[i]) - rows.time(order[i - 1]);
            if (step > 0) {
                steps[count++] = step;
            }
        }
        if (count == 0) {
            String found = order.length == 0 ? "no candle" : "one time only";
            throw new CandleFileException(
                    file, 0, "expected two candles or more, or a stated interval, found " + found);
        }
        Arrays.sort(steps, 0, count);
        return mostCommon(steps, count);
    }

    private static long mostCommon(long[] sorted, int count) {
        long best = sorted[0];
        int bestRun = 0;
        int runStart = 0;
        for (int i = 1; i <= count; i++) {
            if (i == count || sorted[i] != sorted[runStart]) {
                if (i - runStart > bestRun) {
                    bestRun = i - runStart;
                    best = sorted[runStart];
                }
                runStart = i;
            }
        }
        return best;
    }

    private static Instant instant(long epochNanos) {
        return Instant.EPOCH.plusNanos(epochNanos);
    }
}
