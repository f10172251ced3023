package catallaxy.scenarios.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The report of training runs: one with its curves, several compared by algorithm. */
final class TrainingPage {
    private static final String RETURNS = "Mean return of an episode";

    private final List<TrainingData> runs;
    private final Map<Path, String> groups;
    private final List<MeasuredBoard.Entrant> others;
    private final TrainingFrame frame;
    private final Markup page;

    /**
     * @param groups with what runs are pooled, by their folders, where somebody said so
     * @param others runs without a folder that are counted in a comparison
     */
    TrainingPage(List<TrainingData> runs, Map<Path, String> groups, List<MeasuredBoard.Entrant> others)
            throws IOException {
        this.runs = List.copyOf(runs);
        this.others = List.copyOf(others);
        this.groups = Map.copyOf(groups);
        frame = new TrainingFrame(title());
        page = frame.page();
    }

    String html() throws IOException {
        if (runs.size() == 1 && others.isEmpty()) {
            one(runs.getFirst());
        } else {
            several();
        }
        return frame.html();
    }

    private String title() throws ReportException {
        TrainingData first = runs.getFirst();
        return runs.size() == 1 ? first.algorithm() + " on " + first.problem() : runs.size() + " training runs";
    }

    private void one(TrainingData run) throws ReportException {
        frame.banner(run);
        frame.facts(run);
        score(run);
        page.element("h2", "Learning curves", "id", "curves");
        frame.charts(charts(run));
        frame.reproduce(run);
    }

    private static List<Chart> charts(TrainingData run) {
        List<Chart> charts = new ArrayList<>();
        charts.add(curve(
                        RETURNS,
                        "",
                        List.of(
                                line(
                                        "training, latest 100 episodes",
                                        0,
                                        run.metrics().series("rollout/ep_rew_mean")),
                                line(
                                        "evaluation on held-out seeds",
                                        1,
                                        run.metrics().series("eval/mean_reward"))))
                .withShape(Chart.Shape.WIDE));
        Map<String, Samples> others = new TreeMap<>(run.metrics().matching("train/", ""));
        others.forEach((name, samples) ->
                charts.add(curve("train/" + name, "", List.of(line("train/" + name, 2, samples)))));
        charts.add(curve(
                "time/fps",
                "1/s",
                List.of(line("steps a second", 3, run.metrics().series("time/fps")))));
        return charts;
    }

    private static Chart curve(String title, String unit, List<Chart.Line> lines) {
        return Chart.of(title, unit, "over steps of training", lines);
    }

    private static Chart.Line line(String name, int color, Samples samples) {
        return new Chart.Line(name, color, Chart.Stroke.SOLID, false, samples);
    }

    private void score(TrainingData run) throws ReportException {
        JsonObject evaluation = run.summary().object("evaluation");
        JsonObject referee = run.summary().object("referee");
        page.element("h2", "Score", "id", "score");
        new Table()
                .text("Figure")
                .number("Value")
                .text("What it is")
                .row()
                .cell("Mean return")
                .cell(FigureText.plain(evaluation.number("mean")))
                .cell("of " + FigureText.count(evaluation.number("episodes")) + " new episodes, without exploration")
                .row()
                .cell("Standard deviation")
                .cell(FigureText.plain(evaluation.number("std")))
                .cell("of their returns, n − 1")
                .row()
                .cell("Attained")
                .cell(FigureText.plain(referee.number("attained")))
                .cell(referee.text("name"))
                .row()
                .cell("Optimum")
                .cell(FigureText.plain(referee.number("optimum")))
                .cell("of the same")
                .row()
                .cell("Ratio")
                .cell(FigureText.plain(referee.number("ratio")))
                .cell("1 is all of the optimum")
                .write(page);
    }

    private void several() throws ReportException {
        page.element("h2", "Scores", "id", "scores");
        new BoardSection(page, frame.book()).write(MeasuredBoard.of(entrants()));
        curves();
        listing();
    }

    private List<MeasuredBoard.Entrant> entrants() throws ReportException {
        List<MeasuredBoard.Entrant> entrants = new ArrayList<>(Entrants.of(runs, this::groupOf, this::problemOf));
        entrants.addAll(others);
        return entrants;
    }

    /**
     * What the run was said to be pooled with; else, runs of one algorithm are pooled over problems, unless all runs have one
     * algorithm: then over configurations.
     */
    private String groupOf(TrainingData run) throws ReportException {
        if (groups.containsKey(run.path())) {
            return String.valueOf(groups.get(run.path()));
        }
        return oneAlgorithm()
                ? run.algorithm() + " " + run.manifest().text("configDigest").substring(0, 4)
                : run.algorithm();
    }

    private String problemOf(TrainingData run) throws ReportException {
        return run.manifest().text("scenario");
    }

    private boolean oneAlgorithm() throws ReportException {
        String first = runs.getFirst().algorithm();
        for (TrainingData run : runs) {
            if (!run.algorithm().equals(first)) {
                return false;
            }
        }
        return true;
    }

    private void curves() throws ReportException {
        Map<String, List<Chart.Line>> lines = new LinkedHashMap<>();
        List<String> groups = new ArrayList<>();
        for (TrainingData run : runs) {
            if (!groups.contains(groupOf(run))) {
                groups.add(groupOf(run));
            }
            lines.computeIfAbsent(problemOf(run), _ -> new ArrayList<>())
                    .add(line(groupOf(run), groups.indexOf(groupOf(run)), run.returns()));
        }
        page.element("h2", "Learning curves", "id", "curves");
        List<Chart> charts = new ArrayList<>();
        lines.forEach((problem, those) ->
                charts.add(curve(RETURNS + ", " + problem, "", those).withShape(Chart.Shape.WIDE)));
        frame.charts(charts);
    }

    private void listing() throws ReportException {
        page.element("h2", "Runs", "id", "runs");
        Table table = new Table()
                .text("Run")
                .text("Group")
                .text("Status")
                .number("Seed")
                .number("Steps")
                .number("Mean return")
                .number("Ratio")
                .number("Wall time");
        for (TrainingData run : runs) {
            table.row()
                    .cell(String.valueOf(run.path().getFileName()))
                    .cell(groupOf(run))
                    .cell(FigureText.text(run.manifest().text("status")))
                    .cell(FigureText.text(run.manifest().text("seed")))
                    .cell(FigureText.count(run.summary().number("steps")))
                    .cell(FigureText.plain(run.summary().object("evaluation").number("mean")))
                    .cell(FigureText.decimals(run.ratio(), 4))
                    .cell(FigureText.duration(run.summary().number("wallSeconds")));
        }
        table.write(page);
    }
}
