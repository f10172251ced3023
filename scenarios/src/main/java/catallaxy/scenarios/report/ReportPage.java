package catallaxy.scenarios.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The whole page. A content security policy allows the page's own script by its hash and nothing from outside, so that
 * even data which escaped its quoting could not run or load anything.
 */
final class ReportPage {

    private final List<RunFolder> runs;
    private final Optional<RunFolder> base;
    private final Markup page = new Markup();
    private final ChartBook book = new ChartBook();

    ReportPage(List<RunFolder> runs, Optional<RunFolder> base) {
        this.runs = List.copyOf(runs);
        this.base = base;
    }

    String html() throws IOException {
        String script = resource("axis.js") + resource("series.js") + resource("chart.js") + resource("page.js");
        head(script);
        page.open("body").open("main");
        header();
        if (runs.size() == 1) {
            oneRun();
        } else {
            severalRuns();
        }
        glossary();
        page.close("main");
        page.open("script", "type", "application/json", "id", "data")
                .raw(book.json())
                .close("script");
        page.open("script").raw(script).close("script");
        return page.close("body").close("html").toString();
    }

    private void head(String script) throws IOException {
        page.raw("<!DOCTYPE html>\n").open("html", "lang", "en").open("head");
        page.open("meta", "charset", "utf-8");
        page.open("meta", "http-equiv", "Content-Security-Policy", "content", policy(script));
        page.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.open("meta", "name", "color-scheme", "content", "light dark");
        page.element("title", title() + " · Catallaxy");
        page.open("style").raw(resource("report.css")).close("style").close("head");
    }

    private static String policy(String script) {
        return "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-" + sha256(script) + "'; "
                + "base-uri 'none'; form-action 'none'";
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = ReportPage.class.getResourceAsStream("/catallaxy/scenarios/report/" + name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
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
        page.raw(
                "<noscript><div class=\"banner\">The charts need JavaScript; all tables work without.</div></noscript>\n");
    }

    private void status(RunFolder run) {
        String status = run.manifest().status();
        page.element(
                "span",
                status.isEmpty() ? "incomplete" : status,
                "class",
                run.manifest().completed() ? "badge good" : "badge bad");
    }

    private void oneRun() {
        var run = new RunPage(runs.getFirst(), "run", page, book);
        run.writeHead();
        base.ifPresent(new Comparison(runs, page, book)::writeAgainst);
        run.writeBody();
    }

    private void severalRuns() {
        var comparison = new Comparison(runs, page, book);
        comparison.writeOverview();
        base.ifPresent(comparison::writeAgainst);
        for (int i = 0; i < runs.size(); i++) {
            foldedRun(Comparison.label(i), runs.get(i), "run" + (i + 1));
        }
    }

    private void foldedRun(String label, RunFolder folder, String group) {
        page.open("details", "class", "run").open("summary");
        page.text(label + " · " + folder.title() + " · seed " + FigureText.text(folder.seed()) + " ");
        status(folder);
        page.close("summary");
        var run = new RunPage(folder, group, page, book);
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
