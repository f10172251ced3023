package catallaxy.scenarios.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The current row of a CSV file being streamed: a view of its bytes, valid until the next row. Columns are indices into
 * the list of names that was asked for; a column that the file lacks is empty text and {@code NaN}. One thread.
 */
final class CsvRow {

    private static final int CACHE = 1 << 12;
    private static final long EXACT_INTEGER = 1L << 53;
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private final Path file;
    private final byte[] @Nullable [] cachedBytes = new byte[CACHE][];
    private final @Nullable String[] cachedText = new String[CACHE];
    private final int[] fieldOfColumn;
    private final int[] ends;
    private byte[] bytes = new byte[0];
    private int start;
    private long line;

    CsvRow(Path file, int[] fieldOfColumn, int fields) {
        this.file = file;
        this.fieldOfColumn = fieldOfColumn;
        this.ends = new int[fields];
    }

    /** Points at the row in {@code bytes} that starts at {@code start} and whose fields end at {@link #fieldEnds}. */
    void at(byte[] bytes, int start, long line) {
        this.bytes = bytes;
        this.start = start;
        this.line = line;
    }

    /** Where each field of the row ends, exclusive; filled by the scanner. */
    int[] fieldEnds() {
        return ends;
    }

    /** The field as text, without its quotes; equal texts are usually the same object. */
    String text(int column) {
        int field = fieldOfColumn[column];
        return field < 0 ? "" : cached(from(field), ends[field]);
    }

    /**
     * The field as a number; {@code NaN} where it is empty.
     *
     * @throws ReportException if it is neither
     */
    double number(int column) throws ReportException {
        int field = fieldOfColumn[column];
        if (field < 0 || from(field) == ends[field]) {
            return Double.NaN;
        }
        double fast = plainDecimal(from(field), ends[field]);
        return Double.isNaN(fast) ? anyNumber(column) : fast;
    }

    private int from(int field) {
        return field == 0 ? start : ends[field - 1] + 1;
    }

    /** Digits with an optional sign and point whose value is exact in double arithmetic; {@code NaN} otherwise. */
    private double plainDecimal(int from, int to) {
        boolean negative = bytes[from] == '-';
        int first = negative ? from + 1 : from;
        int point = -1;
        long digits = 0;
        for (int i = first; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit >= 0 && digit <= 9 && digits < EXACT_INTEGER / 10) {
                digits = 10 * digits + digit;
            } else if (bytes[i] == '.' && point < 0) {
                point = i;
            } else {
                return Double.NaN;
            }
        }
        int decimals = point < 0 ? 0 : to - point - 1;
        boolean exact = to - first > (point < 0 ? 0 : 1) && decimals < POWERS.length;
        double value = exact ? digits / POWERS[decimals] : Double.NaN;
        return negative ? -value : value;
    }

    private double anyNumber(int column) throws ReportException {
        String text = text(column);
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException _) {
            throw ReportException.at(file, line, "a number", text);
        }
    }

    private String cached(int from, int to) {
        int slot = hash(from, to) & (CACHE - 1);
        byte[] known = cachedBytes[slot];
        String text = cachedText[slot];
        if (known != null && text != null && Arrays.equals(known, 0, known.length, bytes, from, to)) {
            return text;
        }
        String fresh = unquoted(new String(bytes, from, to - from, StandardCharsets.UTF_8));
        cachedBytes[slot] = Arrays.copyOfRange(bytes, from, to);
        cachedText[slot] = fresh;
        return fresh;
    }

    private int hash(int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash ^ (hash >>> 12);
    }

    private static String unquoted(String field) {
        boolean quoted = field.length() >= 2 && field.startsWith("\"") && field.endsWith("\"");
        return quoted ? field.substring(1, field.length() - 1).replace("\"\"", "\"") : field;
    }
}
