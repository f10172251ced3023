package catallaxy.environment.market.world.candle;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads candle files: CSV of any layout in UTF-8, plain or gzip-compressed, rows in any order.
 * Limits: lines of 65,536 characters, 5,000,000 candles, 10,000,000 lines, times from 1900 to 2199.
 */
public final class CandleReader {
    static final int MAX_CANDLES = 5_000_000;
    static final int MAX_LINES = 10_000_000;
    private static final int GZIP_FIRST_BYTE = 0x1f;
    private static final int GZIP_SECOND_BYTE = 0x8b;

    private final String file;
    private final CandleFormat format;
    private final CsvLines lines;
    private final CandleRows rows = new CandleRows();
    private final BadRows badRows;
    private int blankRows;

    private CandleReader(String file, CandleFormat format, InputStream in) {
        this.file = file;
        this.format = format;
        this.lines = new CsvLines(file, new InputStreamReader(in, StandardCharsets.UTF_8));
        this.badRows = new BadRows(file, format.maxBadRows());
    }

    /**
     * Reads one asset's candles from a file.
     *
     * @throws CandleFileException if the file cannot be read, has no candle of this format, or has more bad rows than allowed
     */
    public static CandleFile read(Path file, CandleFormat format) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(file.toString(), in, format);
        } catch (IOException e) {
            throw new CandleFileException(file.toString(), 0, "cannot be read: " + reason(e));
        }
    }

    /**
     * Reads one asset's candles from a stream, which stays open.
     *
     * @param name of the source, for messages
     * @throws CandleFileException as {@link #read(Path, CandleFormat)}
     */
    public static CandleFile read(String name, InputStream in, CandleFormat format) {
        try {
            return new CandleReader(name, format, decompressed(in)).read();
        } catch (IOException e) {
            throw new CandleFileException(name, 0, "cannot be read: " + reason(e));
        }
    }

    private CandleFile read() throws IOException {
        skipBanner();
        @Nullable String line = lines.next();
        char delimiter = line == null ? ',' : format.layout().delimiterIn(line);
        CandleCells cells = format.layout().header() ? header(line, delimiter) : cells(List.of(), delimiter);
        line = format.layout().header() ? lines.next() : line;
        while (line != null) {
            requireWithinLimits();
            if (!line.isBlank()) {
                addRow(cells, line, delimiter);
            }
            line = lines.next();
        }
        if (cells.local()) {
            RepeatedTimes.tellApart(rows, cells.zone());
        }
        return new CandleAssembly(file, format, rows, badRows, cells.zone()).assemble(blankRows, cells.reading());
    }

    private void skipBanner() throws IOException {
        for (int i = 0; i < format.layout().bannerLines(); i++) {
            if (lines.next() == null) {
                throw new CandleFileException(
                        file, 0, "expected " + format.layout().bannerLines() + " banner lines, found " + i + " lines");
            }
        }
    }

    private CandleCells header(@Nullable String line, char delimiter) {
        if (line == null) {
            throw new CandleFileException(file, 0, "expected a header, found the end of the file");
        }
        try {
            return cells(CsvCells.split(line, delimiter), delimiter);
        } catch (IllegalArgumentException e) {
            throw new CandleFileException(file, lines.number(), String.valueOf(e.getMessage()));
        }
    }

    private CandleCells cells(List<String> header, char delimiter) {
        return new CandleCells(format, delimiter, header);
    }

    private void addRow(CandleCells cells, String line, char delimiter) {
        try {
            List<String> row = CsvCells.split(line, delimiter);
            if (cells.blank(row)) {
                blankRows++;
            } else {
                rows.add(lines.number(), cells.time(row), cells.candle(row));
            }
        } catch (UnitChange changed) {
            throw new CandleFileException(file, lines.number(), changed.getMessage());
        } catch (IllegalArgumentException e) {
            badRows.add(lines.number(), String.valueOf(e.getMessage()));
        }
    }

    private void requireWithinLimits() {
        if (rows.size() == MAX_CANDLES || lines.number() > MAX_LINES) {
            throw new CandleFileException(
                    file, lines.number(), "expected at most " + MAX_CANDLES + " candles in " + MAX_LINES + " lines");
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "permission denied";
            case EOFException _ -> "the compressed data ends early";
            default -> String.valueOf(e.getMessage());
        };
    }

    private static InputStream decompressed(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in);
        buffered.mark(2);
        boolean compressed = buffered.read() == GZIP_FIRST_BYTE && buffered.read() == GZIP_SECOND_BYTE;
        buffered.reset();
        return compressed ? new GZIPInputStream(buffered, 1 << 16) : buffered;
    }
}
