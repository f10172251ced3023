package catallaxy.scenarios.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows of text in aligned columns, two blanks apart; a column whose cells are all numbers, {@code -} or empty, is aligned to the right. */
final class TextTable {
    private final List<List<String>> rows = new ArrayList<>();

    /** Starts a table with its headings. */
    static TextTable of(String... headings) {
        TextTable table = new TextTable();
        table.row((Object[]) headings);
        return table;
    }

    /** Adds a row with one cell per heading. */
    TextTable row(Object... cells) {
        rows.add(List.of(cells).stream().map(Object::toString).toList());
        return this;
    }

    void print(PrintWriter out) {
        int columns = rows.getFirst().size();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                line.append(padded(row.get(column), column)).append("  ");
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private String padded(String cell, int column) {
        String format = isNumeric(column) ? "%" : "%-";
        return String.format(Locale.ROOT, format + width(column) + "s", cell);
    }

    private int width(int column) {
        return Math.max(
                1, rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(1));
    }

    private boolean isNumeric(int column) {
        return rows.size() > 1
                && rows.stream().skip(1).allMatch(row -> row.get(column).matches("([-+]?[0-9][0-9.,]*%?|-)?"));
    }
}
