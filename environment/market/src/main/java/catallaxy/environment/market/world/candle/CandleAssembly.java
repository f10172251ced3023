package catallaxy.environment.market.world.candle;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes a series of rows in any order: sorts them, finds the period, leaves out repetitions, reports gaps. One use. */
final class CandleAssembly {
    private final String file;
    private final CandleFormat format;
    private final CandleRows rows;
    private final BadRows badRows;
    private final ZoneId zone;
    private final List<Integer> duplicateLines = new ArrayList<>();
    private final List<CandleReport.Gap> gaps = new ArrayList<>();
    private int[] kept = new int[0];
    private int size;

    /** @param zone of the clocks by which the candles may be cut */
    CandleAssembly(String file, CandleFormat format, CandleRows rows, BadRows badRows, ZoneId zone) {
        this.file = file;
        this.format = format;
        this.rows = rows;
        this.badRows = badRows;
        this.zone = zone;
    }

    CandleFile assemble(int blankRows, CandleReading reading) {
        int[] order = rows.inTimeOrder();
        CandlePeriod period = period(order);
        kept = new int[order.length];
        for (int row : order) {
            keepUnlessOverlapping(row, period);
        }
        if (size == 0) {
            throw new CandleFileException(file, 0, "expected candles, found none");
        }
        CandleSeries series = series(period);
        noteGaps(series);
        return new CandleFile(series, report(series, blankRows, reading));
    }

    private void keepUnlessOverlapping(int row, CandlePeriod period) {
        if (size > 0) {
            int previous = kept[size - 1];
            if (rows.time(row) == rows.time(previous) && rows.sameCandle(previous, row)) {
                duplicateLines.add(rows.line(row));
                return;
            }
            if (period.between(boundary(previous), boundary(row)) == 0) {
                badRows.add(rows.line(row), overlap(previous, row, period));
                return;
            }
        }
        kept[size++] = row;
    }

    private String overlap(int previous, int row, CandlePeriod period) {
        return format.time().column() + ": expected a time " + period.text() + " or more after "
                + instant(rows.time(previous)) + " of line " + rows.line(previous) + ", found "
                + instant(rows.time(row));
    }

    private CandleSeries series(CandlePeriod period) {
        long[] times = new long[size];
        double[][] columns = new double[5][size];
        for (int i = 0; i < size; i++) {
            times[i] = openTime(i, period);
            for (int column = 0; column < 5; column++) {
                columns[column][i] = rows.value(kept[i], column);
            }
        }
        return CandleSeries.of(period, times, columns);
    }

    /** A candle marked by its end begins where the one before ends, or a period earlier where that one is missing. */
    private long openTime(int i, CandlePeriod period) {
        long boundary = boundary(kept[i]);
        if (format.time().mark() == TimeMark.START) {
            return boundary;
        }
        boolean adjoins = i > 0 && period.between(boundary(kept[i - 1]), boundary) == 1;
        return adjoins ? boundary(kept[i - 1]) : period.previous(boundary);
    }

    private void noteGaps(CandleSeries series) {
        for (int i = 0; i + 1 < series.size(); i++) {
            if (series.gapAfter(i)) {
                long missing = series.period().between(series.openTime(i), series.openTime(i + 1)) - 1;
                gaps.add(new CandleReport.Gap(instant(series.closeTime(i)), instant(series.openTime(i + 1)), missing));
            }
        }
    }

    private CandleReport report(CandleSeries series, int blankRows, CandleReading reading) {
        RowOrder order = rows.order();
        return new CandleReport(
                file,
                size,
                instant(series.startTime()),
                instant(series.openTime(size - 1)),
                series.period(),
                order,
                rows.misplacedLines(order),
                blankRows,
                duplicateLines,
                gaps,
                TradingWeek.of(series, zone).weekends(gaps),
                badRows.list(),
                reading);
    }

    private long boundary(int row) {
        return format.time().mark().boundary(rows.time(row));
    }

    private CandlePeriod period(int[] order) {
        StatedInterval stated = format.time().interval();
        if (stated.months() > 0) {
            return new CandlePeriod.Months(stated.months(), zone);
        }
        long[] times = Arrays.stream(order).mapToLong(this::boundary).distinct().toArray();
        if (stated.nanos() > 0) {
            return PeriodDetection.stated(stated.nanos(), times, zone);
        }
        if (times.length < 2) {
            String found = times.length == 0 ? "no candle" : "one time only";
            throw new CandleFileException(
                    file, 0, "expected two candles or more, or a stated interval, found " + found);
        }
        return PeriodDetection.of(times, zone);
    }

    private static Instant instant(long epochNanos) {
        return Instant.EPOCH.plusNanos(epochNanos);
    }
}
