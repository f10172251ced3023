package catallaxy.environment.market.world.candle;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a line into cells: white space around a cell is dropped; a cell in quotation marks may contain the delimiter,
 * and a quotation mark doubled (RFC 4180, without line breaks inside cells).
 */
final class CsvCells {
    private final String line;
    private final char delimiter;
    private final List<String> cells = new ArrayList<>();
    private int position;

    private CsvCells(String line, char delimiter) {
        this.line = line;
        this.delimiter = delimiter;
    }

    /** @throws IllegalArgumentException if a quotation mark has no partner or stands inside a cell */
    static List<String> split(String line, char delimiter) {
        CsvCells cells = new CsvCells(line, delimiter);
        cells.cell();
        while (cells.position < line.length()) {
            cells.position++;
            cells.cell();
        }
        return cells.cells;
    }

    /** Reads one cell and stops at its delimiter or the end of the line. */
    private void cell() {
        int start = position;
        skipBlanks();
        if (position < line.length() && line.charAt(position) == '"') {
            quoted();
        } else {
            int end = line.indexOf(delimiter, start);
            position = end < 0 ? line.length() : end;
            cells.add(line.substring(start, position).strip());
        }
    }

    private void skipBlanks() {
        while (position < line.length() && line.charAt(position) == ' ' && delimiter != ' ') {
            position++;
        }
    }

    private void quoted() {
        StringBuilder cell = new StringBuilder();
        int end = closingQuote(cell);
        position = end + 1;
        skipBlanks();
        if (position < line.length() && line.charAt(position) != delimiter) {
            throw new IllegalArgumentException(
                    "expected a delimiter after the closing quotation mark at character " + (end + 1));
        }
        cells.add(cell.toString());
    }

    private int closingQuote(StringBuilder cell) {
        int at = position + 1;
        while (at < line.length()) {
            if (line.charAt(at) != '"') {
                cell.append(line.charAt(at));
                at++;
            } else if (at + 1 < line.length() && line.charAt(at + 1) == '"') {
                cell.append('"');
                at += 2;
            } else {
                return at;
            }
        }
        throw new IllegalArgumentException(
                "expected a closing quotation mark for the one at character " + (position + 1));
    }
}
