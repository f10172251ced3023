package catallaxy.scenarios.report;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The whole page. */
final class ReportPage {

    private final List<RunFolder> runs;
    private final Optional<RunFolder> base;
    private final Optional<RunTable> table;
    private final ChartKinds kinds;
    private final Markup page = new Markup();
    private final ChartBook book = new ChartBook();

    /** @param table of the runs by group; none of one run alone */
    ReportPage(List<RunFolder> runs, Optional<RunFolder> base, Optional<RunTable> table, ChartKinds kinds) {
        this.runs = List.copyOf(runs);
        this.base = base;
        this.table = table;
        this.kinds = kinds;
    }

    String html() throws IOException {
        PageScript script = PageScript.read();
        script.head(page, title());
        page.open("body").open("main");
        header();
        if (runs.size() == 1) {
            oneRun();
        } else {
            severalRuns();
        }
        glossary();
        page.close("main");
        script.write(page, book);
        return page.close("body").close("html").toString();
    }

    private String title() {
        return runs.size() == 1
                ? runs.getFirst().title()
                : runs.size() + " runs of " + runs.getFirst().title();
    }

    private void header() {
        page.open("header")
                .element("p", "Catallaxy run report", "class", "kicker")
                .open("h1");
        page.text(title());
        if (runs.size() == 1) {
            page.text(" ");
            status(runs.getFirst());
        }
        page.close("h1").close("header");
        PageScript.absent(page);
    }

    private void status(RunFolder run) {
        String status = run.manifest().course().status();
        page.element(
                "span",
                status.isEmpty() ? "incomplete" : status,
                "class",
                run.manifest().completed() ? "badge good" : "badge bad");
    }

    private void oneRun() throws IOException {
        var run = new RunPage(runs.getFirst(), kinds, "run", page, book);
        run.writeHead();
        base.ifPresent(new Comparison(runs, page, book)::writeAgainst);
        run.writeBody();
    }

    private void severalRuns() throws IOException {
        var comparison = new Comparison(runs, page, book);
        comparison.writeRuns();
        table.ifPresent(each -> new RunTableSection(each, page).write());
        comparison.writeCurves();
        base.ifPresent(comparison::writeAgainst);
        for (int i = 0; i < runs.size(); i++) {
            foldedRun(Comparison.label(i), runs.get(i), "run" + (i + 1));
        }
    }

    private void foldedRun(String label, RunFolder folder, String group) throws IOException {
        page.open("details", "class", "run").open("summary");
        page.text(label + " · " + folder.title() + " · seed " + FigureText.text(folder.seed()) + " ");
        status(folder);
        page.close("summary");
        var run = new RunPage(folder, kinds, group, page, book);
        run.writeHead();
        run.writeBody();
        page.close("details");
    }

    private void glossary() {
        page.element("h2", "What the figures mean", "id", "glossary").open("dl", "class", "glossary");
        for (Term term : Term.values()) {
            page.element("dt", term.title(), "id", term.anchor()).element("dd", term.definition());
        }
        page.close("dl");
        page.element(
                "p",
                "Times are simulated, counted from the start of the run. Charts show the first, lowest, highest and "
                        + "last sample of every interval that is narrower than they can draw; tables are computed from "
                        + "all rows.",
                "class",
                "note");
    }
}
