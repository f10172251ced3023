package catallaxy.scenarios.report;

import java.util.ArrayList;
import java.util.List;

/** One HTML table: numbers to the right, headings that carry their definitions. Written once, by one thread. */
final class Table {

    /** A heading; a plain label has an empty definition and anchor. */
    private record Column(String label, String definition, String anchor, boolean number) {}

    private record Cell(String text, String note, String style) {}

    private record Row(String style, List<Cell> cells) {}

    /** From this many characters on a cell may be shown shortened, and has its text as a hover title. */
    private static final int LONG = 24;

    private final List<Column> columns = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    /** A left-aligned column. */
    Table text(String label) {
        return column(label, false);
    }

    /** A right-aligned column without a definition. */
    Table number(String label) {
        return column(label, true);
    }

    /** A column to the right if it holds a {@code number}, else to the left. */
    Table column(String label, boolean number) {
        columns.add(new Column(label, "", "", number));
        return this;
    }

    /** A right-aligned column of a defined figure. */
    Table number(Term term) {
        return number(term, "");
    }

    /** A right-aligned column of a defined figure, whose title is continued. */
    Table number(Term term, String continued) {
        columns.add(new Column(term.title() + continued, term.definition(), term.anchor(), true));
        return this;
    }

    Table row() {
        return row("");
    }

    /** A new row with a class of the style sheet: {@code part} for one that is summed up, {@code sum} for the sum. */
    Table row(String style) {
        rows.add(new Row(style, new ArrayList<>()));
        return this;
    }

    Table cell(String text) {
        return cell(text, "");
    }

    /** A cell with a second, smaller line. */
    Table cell(String text, String note) {
        rows.getLast().cells().add(new Cell(text, note, ""));
        return this;
    }

    /** A cell coloured by the sign of {@code value}. */
    Table signed(String text, double value) {
        rows.getLast().cells().add(new Cell(text, "", value > 0 ? "gain" : value < 0 ? "loss" : ""));
        return this;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    void write(Markup page) {
        page.open("div", "class", "scroll", "tabindex", "0")
                .open("table")
                .open("thead")
                .open("tr");
        columns.forEach(column -> heading(page, column));
        page.close("tr").close("thead").open("tbody");
        rows.forEach(row -> row(page, row));
        page.close("tbody").close("table").close("div");
    }

    private static void heading(Markup page, Column column) {
        page.open("th", "scope", "col", "class", column.number() ? "number" : "");
        if (column.anchor().isEmpty()) {
            page.text(column.label());
        } else {
            page.element("a", column.label(), "href", "#" + column.anchor(), "title", column.definition());
        }
        page.close("th");
    }

    private void row(Markup page, Row row) {
        page.open("tr", "class", row.style());
        for (int i = 0; i < row.cells().size(); i++) {
            Cell cell = row.cells().get(i);
            String style = (columns.get(i).number() ? "number " : "") + cell.style();
            String whole = cell.text().length() > LONG ? cell.text() : "";
            page.open(i == 0 ? "th" : "td", "class", style.strip(), "scope", i == 0 ? "row" : "", "title", whole);
            page.text(cell.text());
            if (!cell.note().isEmpty()) {
                page.element("small", cell.note());
            }
            page.close(i == 0 ? "th" : "td");
        }
        page.close("tr");
    }
}
