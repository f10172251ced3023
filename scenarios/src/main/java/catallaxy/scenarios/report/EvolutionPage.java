package catallaxy.scenarios.report;

import catallaxy.scenarios.folder.EvolutionSummary;
import catallaxy.scenarios.folder.EvolvedSolution;
import catallaxy.scenarios.folder.TrainingManifest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The report of one evolution: what it found, its front and its archive, and how they grew. Written once. */
final class EvolutionPage {
    /** Rows of a table of solutions. */
    private static final int MOST_ROWS = 200;

    private final EvolutionData run;
    private final Markup page = new Markup();
    private final ChartBook book = new ChartBook();
    private final PageScript script = PageScript.read();

    EvolutionPage(EvolutionData run) throws IOException {
        this.run = run;
    }

    String html() throws IOException {
        TrainingManifest.Subject subject = run.manifest().subject();
        String title = subject.algorithm() + " on " + subject.problem();
        script.head(page, title);
        page.open("body").open("main");
        page.open("header").element("p", "Catallaxy evolution report", "class", "kicker");
        page.element("h1", title).close("header");
        PageScript.absent(page);
        banner();
        facts();
        found();
        front();
        archive();
        curves();
        page.element("h2", "The same evolution again", "id", "again");
        page.open("pre").text("./" + run.manifest().command()).close("pre");
        page.close("main");
        script.write(page, book);
        return page.close("body").close("html").toString();
    }

    private void banner() {
        if (!run.manifest().course().isCompleted()) {
            page.open("div", "class", "banner bad", "role", "alert");
            page.element("strong", "This evolution did not complete.");
            page.text(" Its status is “"
                    + FigureText.text(run.manifest().course().status()) + "”; catallaxy resume goes on with it.");
            page.close("div");
        }
    }

    private void facts() {
        EvolutionSummary.Course course = run.summary().course();
        page.open("dl", "class", "facts");
        fact("Evaluations", FigureText.count(course.evaluations()));
        fact("Generations", FigureText.count(course.generations()));
        fact("Wall time", FigureText.duration(course.wallSeconds()));
        fact("Evaluations a second", FigureText.count(course.evaluationsPerSecond()));
        fact("Seed", seed());
        fact("Started", FigureText.instant(run.manifest().course().started()));
        page.close("dl");
    }

    private String seed() {
        return run.manifest().subject().seed().isPresent()
                ? String.valueOf(run.manifest().subject().seed().getAsLong())
                : FigureText.text("");
    }

    private void fact(String name, String value) {
        page.open("div").element("dt", name).element("dd", value).close("div");
    }

    private void found() {
        EvolutionSummary summary = run.summary();
        page.element("h2", "What was found", "id", "found");
        Table table = new Table().text("Figure").number("Value").text("What it is");
        String which = summary.front().isEmpty() ? "of the best" : "at the front's knee";
        summary.best()
                .values()
                .forEach((name, value) ->
                        table.row().cell(name).cell(FigureText.plain(value)).cell(which));
        row(table, "Standard error", summary.best().standardError(), "of the first, over its trials");
        row(
                table,
                "Hypervolume",
                summary.hypervolume().value(),
                "up to " + summary.hypervolume().reference());
        row(
                table,
                "Filled cells",
                summary.archive().filled(),
                "of " + FigureText.count(summary.archive().cells()));
        row(table, "QD score", summary.archive().qdScore(), "sum of how much better than the worst elite each is");
        row(table, "Attained", summary.referee().attained(), summary.referee().name());
        row(table, "Optimum", summary.referee().optimum(), "of the same");
        row(table, "Ratio", summary.referee().ratio(), "1 is all of it");
        summary.search().forEach((name, value) -> row(table, name, value, "figure of the method"));
        table.write(page);
    }

    private static void row(Table table, String name, double value, String what) {
        if (Double.isFinite(value)) {
            table.row().cell(name).cell(FigureText.plain(value)).cell(what);
        }
    }

    private void front() {
        List<String> names = run.objectives();
        if (names.size() < 2 || run.solutions().isEmpty()) {
            return;
        }
        page.element("h2", "Front", "id", "front");
        page.element(
                "p", "No solution is better than another in everything. The large dot is the knee.", "class", "note");
        page.open("div", "class", "figures");
        for (int second = 1; second < names.size(); second++) {
            int up = second;
            List<List<Double>> points = run.solutions().stream()
                    .map(each -> List.of(each.values().get(0), each.values().get(up)))
                    .toList();
            new ScatterPlot(names.getFirst(), names.get(up), points, knee()).write(page);
        }
        page.close("div");
        Table table = new Table().number("Point");
        names.forEach(table::number);
        int number = 0;
        for (EvolvedSolution each :
                run.solutions().subList(0, Math.min(MOST_ROWS, run.solutions().size()))) {
            table.row().cell(String.valueOf(number++));
            each.values().forEach(value -> table.cell(FigureText.plain(value)));
        }
        table.write(page);
        if (run.solutions().size() > MOST_ROWS) {
            page.element("p", "All are in solutions.jsonl.", "class", "note");
        }
    }

    private int knee() {
        List<Double> knee = List.copyOf(run.summary().best().values().values());
        for (int i = 0; i < run.solutions().size(); i++) {
            if (run.solutions().get(i).values().equals(knee)) {
                return i;
            }
        }
        return -1;
    }

    private void archive() {
        List<Double> grid = run.summary().archive().grid();
        if (grid.isEmpty() || run.elites().isEmpty()) {
            return;
        }
        page.element("h2", "Archive of behaviours", "id", "archive");
        List<String> names = List.copyOf(run.summary().best().behaviour().keySet());
        if (grid.size() == 2 && names.size() == 2) {
            Map<Integer, Double> values = new LinkedHashMap<>();
            run.elites()
                    .forEach(elite ->
                            values.put((int) elite.cell(), elite.values().getFirst()));
            String objective =
                    run.objectives().isEmpty() ? "value" : run.objectives().getFirst();
            page.open("div", "class", "figures");
            new HeatMap(
                            names.get(0),
                            names.get(1),
                            grid.get(0).intValue(),
                            grid.get(1).intValue(),
                            values)
                    .write(page, objective + " of the elite of each cell");
            page.close("div");
        } else {
            page.element("p", "A grid of " + grid.size() + " descriptors is not drawn; archive.jsonl has its elites.");
        }
    }

    private void curves() {
        List<Chart> charts = new ArrayList<>();
        int color = 0;
        for (String prefix : List.of("best/", "front/", "archive/", "search/")) {
            int one = color++;
            run.metrics()
                    .matching(prefix, "")
                    .forEach((name, samples) -> charts.add(Chart.of(
                            name,
                            "",
                            "Over evaluations: " + prefix + name + " of metrics.jsonl.",
                            List.of(Chart.Line.of(name, one, samples)))));
        }
        double until = charts.stream()
                .flatMap(chart -> chart.lines().stream())
                .mapToDouble(line -> line.samples().lastSeconds())
                .max()
                .orElse(0);
        page.element("h2", "Course", "id", "course");
        page.open("div", "class", "figures");
        var span = new ChartBook.Span(ChartBook.Axis.STEPS, "evolution", 0, until);
        charts.stream().filter(chart -> !chart.isEmpty()).forEach(chart -> book.write(page, chart, span));
        page.close("div");
    }
}
