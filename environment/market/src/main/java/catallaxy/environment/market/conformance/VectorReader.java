package catallaxy.environment.market.conformance;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Reads a gzip CSV vector file row by row: comment lines, one line of column names, then rows of as many fields. */
final class VectorReader implements Closeable {
    private static final int LONGEST_LINE = 1 << 20;
    private static final Pattern SEED = Pattern.compile("\\bseed (\\d+)");

    private final Reader in;
    private final Map<String, Integer> columns;
    private String title = "";
    private final char[] buffer = new char[1 << 14];
    private int position;
    private int limit;
    private long line;

    VectorReader(InputStream file) throws IOException, CorruptVectorException {
        in = new InputStreamReader(unzipped(file), StandardCharsets.UTF_8);
        columns = header();
    }

    private static InputStream unzipped(InputStream file) throws IOException, CorruptVectorException {
        try {
            return new GZIPInputStream(new BufferedInputStream(file), 1 << 16);
        } catch (ZipException | EOFException e) {
            throw new CorruptVectorException(0, "not a gzip file: " + e.getMessage());
        }
    }

    private Map<String, Integer> header() throws IOException, CorruptVectorException {
        String names = line();
        title = names == null ? "" : names;
        while (names != null && names.startsWith("#")) {
            names = line();
        }
        if (names == null) {
            throw new CorruptVectorException(line, "ends before the column names");
        }
        Map<String, Integer> positions = new LinkedHashMap<>();
        for (String name : names.split(",", -1)) {
            if (positions.put(name, positions.size()) != null) {
                throw new CorruptVectorException(line, "column " + name + " twice");
            }
        }
        return Collections.unmodifiableMap(positions);
    }

    /** Column names to positions, in order of position. */
    Map<String, Integer> columns() {
        return columns;
    }

    /** The seed that the first line names; empty where it names none. */
    String seed() {
        Matcher named = SEED.matcher(title);
        return named.find() ? named.group(1) : "";
    }

    /** The next row, or null at the end. */
    @Nullable
    VectorRow next() throws IOException, CorruptVectorException {
        String text = line();
        if (text == null) {
            return null;
        }
        List<String> fields = Arrays.asList(text.split(",", -1));
        if (fields.size() != columns.size()) {
            throw new CorruptVectorException(line, "expected " + columns.size() + " fields, found " + fields.size());
        }
        return new VectorRow(line, columns, fields);
    }

    private @Nullable String line() throws IOException, CorruptVectorException {
        StringBuilder text = new StringBuilder();
        line++;
        for (int c = read(); c != '\n'; c = read()) {
            if (c < 0) {
                return text.isEmpty() ? null : text.toString();
            }
            if (text.length() == LONGEST_LINE) {
                throw new CorruptVectorException(line, "longer than " + LONGEST_LINE + " characters");
            }
            text.append((char) c);
        }
        boolean carriageReturn = !text.isEmpty() && text.charAt(text.length() - 1) == '\r';
        return carriageReturn ? text.substring(0, text.length() - 1) : text.toString();
    }

    private int read() throws IOException, CorruptVectorException {
        if (position == limit) {
            position = 0;
            limit = fill();
        }
        return limit <= 0 ? -1 : buffer[position++];
    }

    private int fill() throws IOException, CorruptVectorException {
        try {
            return Math.max(0, in.read(buffer));
        } catch (ZipException | EOFException e) {
            throw new CorruptVectorException(line, "compressed data broken off or altered: " + e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
