package catallaxy.environment.market.world.candle;

import java.time.DateTimeException;
import java.util.List;

/** The cells of a row that make a candle: where they are, and what they say. Problems are IllegalArgumentExceptions. */
final class CandleCells {
    private static final int MAX_DIGITS = 64;
    private static final double MAX_PRICE = 1e15;
    private static final double MAX_VOLUME = 1e30;
    private static final int SHOWN = 40;
    /** 1900-01-01 and 2200-01-01, so that no arithmetic on times can overflow. */
    private static final long EARLIEST = -2_208_988_800L * 1_000_000_000;

    private static final long LATEST = 7_258_118_400L * 1_000_000_000;

    private final CandleFormat format;
    private final int timeIndex;
    private final List<Column> columns;
    private final int[] indices;

    /** @param header the cells of the header, empty where the file has none */
    CandleCells(CandleFormat format, List<String> header) {
        this.format = format;
        this.timeIndex = index(format.time().column(), header);
        this.columns = format.prices().all();
        this.indices =
                columns.stream().mapToInt(column -> index(column, header)).toArray();
    }

    /** Whether a row has no price at all. */
    boolean blank(List<String> row) {
        for (int i = 0; i < 4; i++) {
            if (indices[i] < row.size() && !row.get(indices[i]).isEmpty()) {
                return false;
            }
        }
        return row.size() > indices[3] || row.stream().allMatch(String::isEmpty);
    }

    long time(List<String> row) {
        TimeColumn time = format.time();
        String cell = cell(time.column(), timeIndex, row);
        long nanos = nanos(time, cell);
        require(nanos >= EARLIEST && nanos < LATEST, time.column(), "a time from 1900 to 2199", cell);
        return nanos;
    }

    private static long nanos(TimeColumn time, String cell) {
        try {
            return time.format().epochNanos(cell);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    problem(time.column(), time.format().expected(), cell), e);
        } catch (ArithmeticException e) {
            return Long.MAX_VALUE;
        }
    }

    /** Open, high, low, close and volume of a row; the volume is NaN where it is not known. */
    double[] candle(List<String> row) {
        double[] candle = new double[5];
        for (int i = 0; i < 4; i++) {
            candle[i] = price(columns.get(i), indices[i], row);
        }
        candle[4] = columns.size() == 5 ? volume(columns.get(4), indices[4], row) : Double.NaN;
        double most = StrictMath.max(candle[0], candle[3]);
        double least = StrictMath.min(candle[0], candle[3]);
        require(candle[1] >= most, columns.get(1), "at least open and close, " + most, Double.toString(candle[1]));
        require(candle[2] <= least, columns.get(2), "at most open and close, " + least, Double.toString(candle[2]));
        return candle;
    }

    private static double price(Column column, int index, List<String> row) {
        String cell = cell(column, index, row);
        double price = decimal(column, cell, "a price above 0");
        require(price > 0 && price <= MAX_PRICE, column, "a price above 0 and at most " + MAX_PRICE, cell);
        return price;
    }

    private static double volume(Column column, int index, List<String> row) {
        String cell = index < row.size() ? row.get(index) : "";
        if (cell.isEmpty()) {
            return Double.NaN;
        }
        double volume = decimal(column, cell, "a volume, or nothing");
        require(volume >= 0 && volume <= MAX_VOLUME, column, "a volume from 0 to " + MAX_VOLUME, cell);
        return volume;
    }

    private static double decimal(Column column, String cell, String expected) {
        require(cell.length() <= MAX_DIGITS && decimalCharacters(cell), column, expected, cell);
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(problem(column, expected, cell), e);
        }
    }

    /** Leaves out what {@link Double#parseDouble} also reads: NaN, Infinity, hexadecimal digits, suffixes. */
    private static boolean decimalCharacters(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if ("0123456789.+-eE".indexOf(cell.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static String cell(Column column, int index, List<String> row) {
        if (index >= row.size()) {
            throw new IllegalArgumentException(column + ": expected a cell, found a row of " + row.size());
        }
        return row.get(index);
    }

    private static int index(Column column, List<String> header) {
        if (!column.byName()) {
            return column.number() - 1;
        }
        int index = header.indexOf(column.name());
        if (index < 0) {
            throw new IllegalArgumentException(column + ": expected in the header, found " + shown(header.toString()));
        }
        return index;
    }

    private static void require(boolean holds, Column column, String expected, String found) {
        if (!holds) {
            throw new IllegalArgumentException(problem(column, expected, found));
        }
    }

    private static String problem(Column column, String expected, String found) {
        return column + ": expected " + expected + ", found "
                + (found.isEmpty() ? "nothing" : '"' + shown(found) + '"');
    }

    /** A cell as far as a message may show it: its beginning, without control characters. */
    private static String shown(String text) {
        String shown = text.length() <= SHOWN * 4 ? text : text.substring(0, SHOWN * 4) + "…";
        return shown.replaceAll("\\p{Cntrl}", "?");
    }
}
