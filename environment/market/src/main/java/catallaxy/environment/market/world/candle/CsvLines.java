package catallaxy.environment.market.world.candle;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** The lines of a text, ended by LF, CR LF or CR, each at most {@link #MAX_LINE} characters. One reader. */
final class CsvLines {
    static final int MAX_LINE = 65_536;

    private final String file;
    private final Reader reader;
    private final char[] buffer = new char[8192];
    private final StringBuilder line = new StringBuilder();
    private int position;
    private int limit;
    private int number;
    private boolean afterReturn;

    CsvLines(String file, Reader reader) {
        this.file = file;
        this.reader = reader;
    }

    /** The next line without its end, or null after the last. */
    @Nullable
    String next() throws IOException {
        line.setLength(0);
        number++;
        int read = read();
        if (read == '\n' && afterReturn) {
            read = read();
        }
        afterReturn = false;
        if (read < 0) {
            return null;
        }
        while (read >= 0 && read != '\n' && read != '\r') {
            append((char) read);
            read = read();
        }
        afterReturn = read == '\r';
        return line.toString();
    }

    /** The number of the line that {@link #next} gave last, 1 for the first. */
    int number() {
        return number;
    }

    private void append(char next) {
        if (line.length() == MAX_LINE) {
            throw new CandleFileException(file, number, "expected lines of at most " + MAX_LINE + " characters");
        }
        if (next != '\uFEFF' || number > 1 || !line.isEmpty()) {
            line.append(next);
        }
    }

    private int read() throws IOException {
        if (position == limit) {
            limit = reader.read(buffer, 0, buffer.length);
            position = 0;
            if (limit <= 0) {
                limit = 0;
                return -1;
            }
        }
        return buffer[position++];
    }
}
