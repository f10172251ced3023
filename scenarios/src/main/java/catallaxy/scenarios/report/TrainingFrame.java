package catallaxy.scenarios.report;

import catallaxy.scenarios.folder.FolderException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What all reports of training share: the page around their tables and charts. Written once. */
final class TrainingFrame {
    private static final String GROUP = "training";

    private final Markup page = new Markup();
    private final ChartBook book = new ChartBook();
    private final PageScript script = PageScript.read();

    /** Begins the page. */
    TrainingFrame(String title) throws IOException {
        script.head(page, title);
        page.open("body").open("main");
        page.open("header").element("p", "Catallaxy training report", "class", "kicker");
        page.element("h1", title).close("header");
        PageScript.absent(page);
    }

    /** Where the rest is written. */
    Markup page() {
        return page;
    }

    /** The charts of the page. */
    ChartBook book() {
        return book;
    }

    /** Says so where a run did not complete. */
    void banner(TrainingData run) throws FolderException {
        if (!run.completed()) {
            page.open("div", "class", "banner bad", "role", "alert");
            page.element("strong", "This run did not complete.");
            page.text(" Its status is “"
                    + FigureText.text(run.manifest().course().status()) + "”; catallaxy resume goes on with it.");
            page.close("div");
        }
    }

    void facts(TrainingData run) throws FolderException {
        page.open("dl", "class", "facts");
        fact("Steps", FigureText.count(run.summary().course().steps()));
        fact("Wall time", FigureText.duration(run.summary().course().wallSeconds()));
        fact("Steps a second", FigureText.count(run.summary().course().stepsPerSecond()));
        fact("Seed", FigureText.text(run.seed()));
        if (!run.summary().course().end().isEmpty()) {
            fact("Ended by", run.summary().course().end());
        }
        fact("Started", FigureText.instant(run.manifest().course().started()));
        page.close("dl");
        page.element("p", run.manifest().machine().device(), "class", "note");
    }

    /** What a kind has drawn, or why it could not. */
    private record Drawn(List<Chart> charts, Optional<String> failure) {
        private static Drawn of(TrainingChartKind kind, ComparedTrainings trainings) throws IOException {
            try {
                List<Chart> charts = kind.appliesTo(trainings) ? kind.charts(trainings) : List.of();
                return new Drawn(
                        charts.stream().filter(chart -> !chart.isEmpty()).toList(), Optional.empty());
            } catch (RuntimeException | LinkageError failed) {
                return new Drawn(
                        List.of(), Optional.of("The chart “" + kind.name() + "” could not be drawn: " + failed));
            }
        }

        private double lastStep() {
            return charts.stream()
                    .flatMap(chart -> chart.lines().stream())
                    .mapToDouble(line -> line.samples().lastSeconds())
                    .max()
                    .orElse(0);
        }
    }

    /** Writes charts of steps, as far as they show anything. All of a page share their axis and cursor. */
    void charts(ComparedTrainings trainings, TrainingChartKinds kinds) throws IOException {
        List<Drawn> all = new ArrayList<>();
        for (TrainingChartKind kind : kinds.all()) {
            all.add(Drawn.of(kind, trainings));
        }
        double until = all.stream().mapToDouble(Drawn::lastStep).max().orElse(0);
        var span = new ChartBook.Span(ChartBook.Axis.STEPS, GROUP, 0, until);
        page.open("div", "class", "figures");
        for (Drawn drawn : all) {
            drawn.failure().ifPresent(why -> page.element("p", why, "class", "banner bad"));
            drawn.charts().forEach(chart -> book.write(page, chart, span));
        }
        page.close("div");
    }

    private void fact(String name, String value) {
        page.open("div").element("dt", name).element("dd", value).close("div");
    }

    void reproduce(TrainingData run) {
        page.element("h2", "The same run again", "id", "again");
        page.open("pre").text("./" + run.manifest().command()).close("pre");
    }

    /** The whole page. */
    String html() throws IOException {
        page.close("main");
        script.write(page, book);
        return page.close("body").close("html").toString();
    }
}
