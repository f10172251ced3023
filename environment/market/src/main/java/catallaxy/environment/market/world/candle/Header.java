package catallaxy.environment.market.world.candle;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The names of a file's columns. A name is found as it is written, or else in any case and with spaces, hyphens and
 * underscores alike.
 *
 * @param cells empty where the file has no header
 */
record Header(List<String> cells) {
    /** Names of the column of the time, where none is stated and none is called so. */
    private static final List<String> TIMES = List.of("timestamp", "datetime", "date", "open time", "unix");

    Header {
        cells = List.copyOf(cells);
    }

    /**
     * The index of a column.
     *
     * @throws IllegalArgumentException if no column is called so, or several are
     */
    int indexOf(Column column) {
        if (!column.byName()) {
            return column.number() - 1;
        }
        int exact = cells.indexOf(column.name());
        int[] alike = exact >= 0 ? new int[] {exact} : alike(column.name());
        if (alike.length != 1) {
            String expected = alike.length == 0 ? "in the header" : "once in the header";
            throw new IllegalArgumentException(
                    column + ": expected " + expected + ", found " + ShownCell.plain(cells.toString()) + advice());
        }
        return alike[0];
    }

    /** How messages and the report call a column. */
    String nameOf(int index) {
        boolean named = index < cells.size() && !cells.get(index).isBlank();
        return named ? ShownCell.plain(cells.get(index)) : "#" + (index + 1);
    }

    private int[] alike(String name) {
        String wanted = plain(name);
        return IntStream.range(0, cells.size())
                .filter(i -> plain(cells.get(i)).equals(wanted))
                .toArray();
    }

    private String advice() {
        boolean numbers = !cells.isEmpty()
                && cells.stream().filter(cell -> cell.matches("-?[0-9.,eE+]+")).count() * 2 > cells.size();
        return numbers ? "; a line of numbers is no header (header=false, and columns by # and number)" : timeAdvice();
    }

    private String timeAdvice() {
        return cells.stream()
                .filter(cell -> TIMES.contains(plain(cell)))
                .findFirst()
                .map(cell -> "; is it \"" + ShownCell.plain(cell) + "\"?")
                .orElse("");
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
    }
}
