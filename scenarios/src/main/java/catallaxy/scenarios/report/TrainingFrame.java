package catallaxy.scenarios.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What all reports of training share: a page without script and without anything from outside. Written once. */
final class TrainingFrame {
    private final Markup page = new Markup();

    /** Begins the page. */
    TrainingFrame(String title) throws IOException {
        page.raw("<!DOCTYPE html>\n").open("html", "lang", "en").open("head");
        page.open("meta", "charset", "utf-8");
        String policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
        page.open("meta", "http-equiv", "Content-Security-Policy", "content", policy);
        page.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.open("meta", "name", "color-scheme", "content", "light dark");
        page.element("title", title + " · Catallaxy");
        page.open("style").raw(styles()).close("style").close("head");
        page.open("body").open("main");
        page.open("header").element("p", "Catallaxy training report", "class", "kicker");
        page.element("h1", title).close("header");
    }

    private static String styles() throws IOException {
        try (InputStream in = TrainingFrame.class.getResourceAsStream("/catallaxy/scenarios/report/report.css")) {
            return new String(Objects.requireNonNull(in, "report.css").readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Where the rest is written. */
    Markup page() {
        return page;
    }

    /** Says so where a run did not complete. */
    void banner(TrainingData run) throws ReportException {
        if (!run.completed()) {
            page.open("div", "class", "banner bad", "role", "alert");
            page.element("strong", "This run did not complete.");
            page.text(" Its status is “" + FigureText.text(run.manifest().text("status"))
                    + "”; catallaxy resume goes on with it.");
            page.close("div");
        }
    }

    void facts(TrainingData run) throws ReportException {
        page.open("dl", "class", "facts");
        fact("Steps", FigureText.count(run.summary().number("steps")));
        fact("Wall time", FigureText.duration(run.summary().number("wallSeconds")));
        fact("Steps a second", FigureText.count(run.summary().number("stepsPerSecond")));
        fact("Seed", FigureText.text(run.manifest().text("seed")));
        if (run.summary().has("end")) {
            fact("Ended by", run.summary().text("end"));
        }
        fact("Started", FigureText.instant(run.manifest().text("started")));
        page.close("dl");
        page.element("p", run.manifest().text("device"), "class", "note");
    }

    private void fact(String name, String value) {
        page.open("div").element("dt", name).element("dd", value).close("div");
    }

    void reproduce(TrainingData run) {
        page.element("h2", "The same run again", "id", "again");
        page.open("pre").text("./" + run.command()).close("pre");
    }

    /** The whole page. */
    String html() {
        return page.close("main").close("body").close("html").toString();
    }
}
