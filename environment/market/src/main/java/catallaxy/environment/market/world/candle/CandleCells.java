package catallaxy.environment.market.world.candle;

import java.time.ZoneId;
import java.util.List;

/** The cells of a row that make a candle: where they are, and what they say. Problems are IllegalArgumentExceptions. */
final class CandleCells {
    private static final int MAX_DIGITS = 64;
    private static final double MAX_PRICE = 1e15;
    private static final double MAX_VOLUME = 1e30;
    private final CandleFormat format;
    private final char delimiter;
    private final Header header;
    private final int timeIndex;
    private final List<Column> columns;
    private final int[] indices;
    private final TimeCells times;

    /** @param header the cells of the header, empty where the file has none */
    CandleCells(CandleFormat format, char delimiter, List<String> header) {
        this.format = format;
        this.delimiter = delimiter;
        this.header = new Header(header);
        this.timeIndex = this.header.indexOf(format.time().column());
        this.columns = format.prices().all();
        this.indices = columns.stream().mapToInt(this.header::indexOf).toArray();
        this.times = new TimeCells(format.time().column(), format.time().format());
    }

    /** How the rows so far were read. */
    CandleReading reading() {
        TimeFormat seen = times.format();
        boolean detected = !seen.equals(format.time().format());
        return new CandleReading(
                delimiter, header.nameOf(timeIndex), seen.text(), format.time().mark(), detected);
    }

    /** Of the clocks by which the candles may be cut. */
    ZoneId zone() {
        return times.format().zone();
    }

    /** Whether times may be those of clocks on a wall, not numbers since 1970. */
    boolean local() {
        return !(times.format() instanceof EpochTime);
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
        return times.epochNanos(cell(format.time().column(), timeIndex, row));
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

    private double price(Column column, int index, List<String> row) {
        String cell = cell(column, index, row);
        double price = decimal(column, cell, "a price above 0");
        require(price > 0 && price <= MAX_PRICE, column, "a price above 0 and at most " + MAX_PRICE, cell);
        return price;
    }

    private double volume(Column column, int index, List<String> row) {
        String cell = index < row.size() ? row.get(index) : "";
        if (cell.isEmpty()) {
            return Double.NaN;
        }
        double volume = decimal(column, cell, "a volume, or nothing");
        require(volume >= 0 && volume <= MAX_VOLUME, column, "a volume from 0 to " + MAX_VOLUME, cell);
        return volume;
    }

    private double decimal(Column column, String cell, String expected) {
        boolean comma = format.layout().decimalComma();
        String plain = comma ? cell.replace(',', '.') : cell;
        boolean sound = cell.length() <= MAX_DIGITS && decimalCharacters(plain) && !(comma && cell.indexOf('.') >= 0);
        require(sound, column, expected + (isWithComma(cell) ? ", with its decimals as decimal-comma says" : ""), cell);
        try {
            return Double.parseDouble(plain);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(problem(column, expected, cell), e);
        }
    }

    private static boolean isWithComma(String cell) {
        return cell.indexOf(',') > 0 && decimalCharacters(cell.replace(',', '.'));
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

    private static void require(boolean holds, Column column, String expected, String found) {
        if (!holds) {
            throw new IllegalArgumentException(problem(column, expected, found));
        }
    }

    private static String problem(Column column, String expected, String found) {
        return column + ": expected " + expected + ", found " + ShownCell.of(found);
    }
}
