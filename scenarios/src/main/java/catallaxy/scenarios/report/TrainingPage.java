package catallaxy.scenarios.report;

import catallaxy.agents.statistics.Estimate;
import catallaxy.agents.statistics.PerformanceProfile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The report of training runs: one with its curves, several compared by algorithm. No script, nothing from outside. */
final class TrainingPage {
    private static final String RETURNS = "Mean return of an episode";

    private final List<TrainingData> runs;
    private final TrainingFrame frame;
    private final Markup page;

    TrainingPage(List<TrainingData> runs) throws IOException {
        this.runs = List.copyOf(runs);
        frame = new TrainingFrame(title());
        page = frame.page();
    }

    String html() throws IOException {
        if (runs.size() == 1) {
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
        new CurvePlot(RETURNS, "steps")
                .line("training, latest 100 episodes", 0, run.metrics().series("rollout/ep_rew_mean"))
                .line("evaluation on held-out seeds", 1, run.metrics().series("eval/mean_reward"))
                .write(page);
        Map<String, Samples> others = new TreeMap<>(run.metrics().matching("train/", ""));
        others.forEach((name, samples) -> new CurvePlot("train/" + name, "steps")
                .line("train/" + name, 2, samples)
                .write(page));
        new CurvePlot("time/fps", "steps")
                .line("steps a second", 3, run.metrics().series("time/fps"))
                .write(page);
        frame.reproduce(run);
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
        ScoreBoard board = new ScoreBoard(scores());
        page.element("h2", "Scores", "id", "scores");
        table(board).write(page);
        page.element(
                "p",
                "A score is attained / optimum of a run. Interquartile mean: the mean of the middle half of all runs. "
                        + "Intervals: 95 %, stratified bootstrap over runs, 2000 replicates; with few runs they are too short.",
                "class",
                "note");
        contrasts(board);
        profiles(board).write(page);
        curves();
        listing();
    }

    private List<ScoreBoard.Score> scores() throws ReportException {
        List<ScoreBoard.Score> scores = new ArrayList<>();
        for (TrainingData run : runs) {
            scores.add(new ScoreBoard.Score(groupOf(run), problemOf(run), run.ratio()));
        }
        return scores;
    }

    /** Runs of one algorithm are pooled over problems, unless all runs have one algorithm: then over configurations. */
    private String groupOf(TrainingData run) throws ReportException {
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

    private static Table table(ScoreBoard board) {
        Table table = new Table()
                .text("Group")
                .number("Problems")
                .number("n")
                .number("Interquartile mean")
                .number("95 % interval")
                .number("Mean")
                .number("Standard deviation")
                .number("Median");
        for (ScoreBoard.Row row : board.rows()) {
            Estimate middle = row.summary().interquartileMean();
            table.row()
                    .cell(row.group())
                    .cell(FigureText.count(row.problems()))
                    .cell(FigureText.count(row.summary().runs()))
                    .cell(FigureText.decimals(middle.value(), 4))
                    .cell(interval(middle))
                    .cell(FigureText.decimals(row.summary().mean(), 4))
                    .cell(FigureText.decimals(row.summary().standardDeviation(), 4))
                    .cell(FigureText.decimals(row.summary().median(), 4));
        }
        return table;
    }

    private static String interval(Estimate estimate) {
        return FigureText.decimals(estimate.low(), 4) + " to " + FigureText.decimals(estimate.high(), 4);
    }

    private void contrasts(ScoreBoard board) {
        Table table = new Table()
                .text("Group")
                .text("against")
                .number("Probability of improvement")
                .number("95 % interval");
        for (ScoreBoard.Contrast contrast : board.contrasts()) {
            table.row()
                    .cell(contrast.better())
                    .cell(contrast.other())
                    .cell(FigureText.decimals(contrast.probability().value(), 3))
                    .cell(interval(contrast.probability()));
        }
        if (!table.isEmpty()) {
            table.write(page);
        }
    }

    private static CurvePlot profiles(ScoreBoard board) {
        CurvePlot plot = new CurvePlot("Performance profile: share of runs above a score", "score τ");
        int colour = 0;
        for (String group : board.groups()) {
            List<PerformanceProfile.Point> points = board.profile(group).points();
            plot.band(
                    group,
                    colour++,
                    points.stream()
                            .mapToDouble(PerformanceProfile.Point::threshold)
                            .toArray(),
                    points.stream().mapToDouble(each -> each.above().value()).toArray(),
                    points.stream().mapToDouble(each -> each.above().low()).toArray(),
                    points.stream().mapToDouble(each -> each.above().high()).toArray());
        }
        return plot;
    }

    private void curves() throws ReportException {
        Map<String, CurvePlot> plots = new LinkedHashMap<>();
        List<String> groups = new ArrayList<>();
        for (TrainingData run : runs) {
            if (!groups.contains(groupOf(run))) {
                groups.add(groupOf(run));
            }
            plots.computeIfAbsent(problemOf(run), problem -> new CurvePlot(RETURNS + ", " + problem, "steps"))
                    .line(groupOf(run), groups.indexOf(groupOf(run)), run.returns());
        }
        page.element("h2", "Learning curves", "id", "curves");
        plots.values().forEach(plot -> plot.write(page));
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
