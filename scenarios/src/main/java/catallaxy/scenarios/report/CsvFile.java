package catallaxy.scenarios.report;

import catallaxy.scenarios.folder.FolderException;
import catallaxy.scenarios.folder.RecordFields;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Streams a CSV file with a header line (RFC 4180) as records, in constant memory. The last line counts only when its line end
 * is there: a killed writer leaves half a line, perhaps half a number. One thread, one use.
 */
final class CsvFile<R extends Record> {

    /** Is given each row in turn. */
    interface Rows<R> {
        void row(R row) throws FolderException;
    }

    private final Path file;
    private final Class<R> type;
    private final Consumer<String> notes;

    private CsvFile(Path file, Class<R> type, Consumer<String> notes) {
        this.file = file;
        this.type = type;
        this.notes = notes;
    }

    /**
     * Gives every complete row of {@code file} to {@code rows}; an absent or cut-off file is a note.
     *
     * @param type whose components are the columns wanted; one that the file lacks is a note
     * @throws FolderException if a row in the middle has the wrong number of fields or another kind of value than its
     *     component, or is refused by {@code rows}
     */
    static <R extends Record> void read(Path file, Class<R> type, Consumer<String> notes, Rows<R> rows)
            throws IOException {
        if (!Files.isRegularFile(file)) {
            notes.accept(file.getFileName() + " is missing");
            return;
        }
        try (Ended in = new Ended(Files.newInputStream(file))) {
            var text = new InputStreamReader(in, StandardCharsets.UTF_8);
            var cells = CsvReader.builder().allowMissingFields(true).allowExtraFields(true);
            new CsvFile<>(file, type, notes).stream(in, cells.ofCsvRecord(text).iterator(), rows);
        } catch (CsvParseException broken) {
            throw new FolderException(file + ": an unclosed quote, or a row above 16 MiB: " + broken.getMessage());
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private void stream(Ended in, Iterator<CsvRecord> lines, Rows<R> rows) throws IOException {
        CsvRecord header = lines.hasNext() ? lines.next() : null;
        if (header == null || (!lines.hasNext() && !in.withLineEnd())) {
            notes.accept(file.getFileName() + " is empty");
            return;
        }
        Map<String, Integer> places = places(header.getFields());
        while (lines.hasNext()) {
            CsvRecord cells = lines.next();
            if (lines.hasNext() || in.withLineEnd()) {
                require(header.getFieldCount(), cells);
                rows.row(RecordFields.read(type, new CsvRow(file, places, cells)));
            } else {
                notes.accept(file.getFileName() + " is cut off in line " + cells.getStartingLineNumber()
                        + "; that line is left out");
            }
        }
    }

    private Map<String, Integer> places(List<String> header) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            places.putIfAbsent(header.get(i).replace("\uFEFF", "").strip(), i);
        }
        List<String> absent = RecordFields.names(type).stream()
                .filter(name -> !places.containsKey(name))
                .toList();
        if (!absent.isEmpty()) {
            notes.accept(file.getFileName() + " has no column " + String.join(", ", absent));
        }
        return places;
    }

    private void require(int fields, CsvRecord cells) throws FolderException {
        if (cells.getFieldCount() != fields) {
            throw FolderException.at(
                    file,
                    cells.getStartingLineNumber(),
                    fields + " fields as in the header",
                    cells.getFieldCount() + " in " + String.join(",", cells.getFields()));
        }
    }

    /** Knows, when all has been read, whether the last line has its end. */
    private static final class Ended extends FilterInputStream {
        private int last = '\n';

        Ended(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            last = read > 0 ? into[offset + read - 1] : last;
            return read;
        }

        boolean withLineEnd() {
            return last == '\n';
        }
    }
}
