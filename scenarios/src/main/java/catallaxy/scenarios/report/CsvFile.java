package catallaxy.scenarios.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Streams a CSV file with a header line (RFC 4180, lines end in {@code \n} or {@code \r\n}) in constant memory.
 *
 * <p>The last line counts only when its line end is there: a killed writer leaves half a line, perhaps half a number.
 * One thread, one use.
 */
final class CsvFile {

    /** Is given each row in turn. */
    interface Rows {
        void row(CsvRow row) throws ReportException;
    }

    private static final int BUFFER = 1 << 20;
    private static final int LONGEST_ROW = 1 << 24;

    private final Path file;
    private final InputStream in;
    private byte[] buffer = new byte[BUFFER];
    private int start;
    private int end;
    private long line = 1;
    private int[] fieldEnds = new int[256];
    private int fields;
    private int next;

    private CsvFile(Path file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    /**
     * Gives every complete row of {@code file} to {@code rows}; an absent or cut-off file is a note.
     *
     * @param columns the names wanted, in the order of the indices that {@link CsvRow} takes
     * @throws ReportException if a row in the middle has the wrong number of fields or is refused by {@code rows}
     */
    static void read(Path file, List<String> columns, Consumer<String> notes, Rows rows) throws IOException {
        if (!Files.isRegularFile(file)) {
            notes.accept(file.getFileName() + " is missing");
            return;
        }
        try (InputStream in = Files.newInputStream(file)) {
            new CsvFile(file, in).stream(columns, notes, rows);
        }
    }

    private void stream(List<String> columns, Consumer<String> notes, Rows rows) throws IOException {
        if (!nextRow()) {
            notes.accept(file.getFileName() + " is empty");
            return;
        }
        CsvRow row = header(columns, notes);
        while (nextRow()) {
            deliver(row, rows);
        }
        if (start < end) {
            notes.accept(file.getFileName() + " is cut off in line " + line + "; that line is left out");
        }
    }

    private void deliver(CsvRow row, Rows rows) throws ReportException {
        if (fields != row.fieldEnds().length && !(fields == 1 && fieldEnds[0] == start)) {
            String text = new String(buffer, start, next - start, StandardCharsets.UTF_8);
            throw ReportException.at(
                    file, line - 1, row.fieldEnds().length + " fields as in the header", fields + " in " + text);
        }
        if (fields == row.fieldEnds().length) {
            System.arraycopy(fieldEnds, 0, row.fieldEnds(), 0, fields);
            row.at(buffer, start, line - 1);
            rows.row(row);
        }
        start = next;
    }

    private CsvRow header(List<String> columns, Consumer<String> notes) {
        String text = new String(buffer, start, fieldEnds[fields - 1] - start, StandardCharsets.UTF_8);
        List<String> names = Arrays.stream(text.replace("\uFEFF", "").split(",", -1))
                .map(name -> name.strip().replace("\"", ""))
                .toList();
        List<String> absent =
                columns.stream().filter(column -> !names.contains(column)).toList();
        if (!absent.isEmpty()) {
            notes.accept(file.getFileName() + " has no column " + String.join(", ", absent));
        }
        start = next;
        return new CsvRow(file, columns.stream().mapToInt(names::indexOf).toArray(), names.size());
    }

    /** Finds the row at {@code start}, reading on as needed; false where no complete row is left. */
    private boolean nextRow() throws IOException {
        while (!scanned()) {
            if (!refilled()) {
                return false;
            }
        }
        return true;
    }

    private boolean scanned() {
        boolean quoted = false;
        fields = 0;
        for (int i = start; i < end; i++) {
            byte b = buffer[i];
            if (b == '"') {
                quoted = !quoted;
            } else if (b == ',' && !quoted) {
                fieldEnd(i);
            } else if (b == '\n' && !quoted) {
                rowEnd(i);
                return true;
            }
        }
        return false;
    }

    private void rowEnd(int at) {
        fieldEnd(at > start && buffer[at - 1] == '\r' ? at - 1 : at);
        next = at + 1;
        line++;
    }

    private void fieldEnd(int at) {
        if (fields == fieldEnds.length) {
            fieldEnds = Arrays.copyOf(fieldEnds, 2 * fields);
        }
        fieldEnds[fields++] = at;
    }

    private boolean refilled() throws IOException {
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
        if (end == buffer.length) {
            grow();
        }
        int read = in.read(buffer, end, buffer.length - end);
        end += Math.max(read, 0);
        return read > 0;
    }

    private void grow() throws ReportException {
        if (buffer.length >= LONGEST_ROW) {
            throw ReportException.at(file, line, "a row below 16 MiB", "an unclosed quote or a longer row");
        }
        buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
}
