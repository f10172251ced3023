package catallaxy.scenarios.report;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The tables of a page as a reader sees them: rows of cells, the headings first; a note follows the text of its cell. */
final class TableText {
    private static final Pattern TABLE = Pattern.compile("<table>(.*?)</table>", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("<tr[^>]*>(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<t[hd](?: [^>]*)?>(.*?)</t[hd]>", Pattern.DOTALL);

    private TableText() {}

    /** All tables of a page, in its order. */
    static List<List<List<String>>> of(Markup page) {
        return parts(TABLE, page.toString()).stream().map(TableText::rows).toList();
    }

    /** One table. */
    static List<List<String>> of(Table table) {
        Markup page = new Markup();
        table.write(page);
        return of(page).getFirst();
    }

    private static List<List<String>> rows(String table) {
        return parts(ROW, table).stream()
                .map(row -> parts(CELL, row).stream().map(TableText::text).toList())
                .toList();
    }

    private static String text(String markup) {
        return markup.replace("<small>", " ").replaceAll("<[^>]*>", "").strip();
    }

    private static List<String> parts(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
