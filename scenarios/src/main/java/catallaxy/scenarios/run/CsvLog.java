package catallaxy.scenarios.run;

import catallaxy.scenarios.folder.RecordFields;
import catallaxy.scenarios.folder.Row;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A growing CSV file with a row for each record, under a header of its components. Exact decimals are written whole, doubles
 * to 15 significant digits. A line is complete with its end: of a killed run the last one may be cut.
 */
final class CsvLog<R extends Record & Row> implements Closeable {
    private final CsvWriter out;

    CsvLog(Path file, Class<R> rows) throws IOException {
        out = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file);
        write(RecordFields.names(rows));
    }

    void add(R row) throws IOException {
        List<Object> values = row.cells();
        List<String> cells = new ArrayList<>(values.size());
        for (Object value : values) {
            cells.add(text(value));
        }
        write(cells);
    }

    private void write(List<String> cells) throws IOException {
        try {
            out.writeRecord(cells);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static String text(Object value) {
        return switch (value) {
            case BigDecimal exact -> RunDecimals.plain(exact);
            case Double number -> RunDecimals.money(number);
            default -> value.toString();
        };
    }

    void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
